/** A model as an array in C++ or C: the source that firmware compiles in, and the header that names it. */
export interface CArray {
  /** Name of the array; its length is `<name>_len`. A C identifier. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The header's file name, which the source includes. */
  readonly header: string;
  /** What the bytes are, for example the model's file name. */
  readonly origin: string;
  /** For a compiler of C, which knows alignas by a header. */
  readonly isC?: boolean;
}

const bytesPerLine = 12;

/** The `.cc`: the bytes as `xxd -i` prints them, but const and aligned. */
export function cArraySource(array: CArray): string {
  return new TextDecoder().decode(cArraySourceBytes(array));
}

/** The same in UTF-8, as it goes into a file: for a large model, that saves making a string of six times its size first. */
export function cArraySourceBytes({ name, bytes, header, origin, isC = false }: CArray): Uint8Array {
  const before = new TextEncoder().encode(`// ${origin} as an array.
${isC ? '#include <stdalign.h>\n\n' : ''}#include "${header}"

// alignas: TensorFlow Lite Micro reads tensors in place, as 32-bit words and wider. An array of bytes may start at any
// address, and on cores that fault on a misaligned read the program then dies. 16 is what the .tflite format promises.
// const: the bytes stay in flash instead of being copied into RAM at start-up.
alignas(16) const unsigned char ${name}[] = {
`);
  const elements = hexLines(bytes);
  const after = new TextEncoder().encode(`};
const unsigned int ${name}_len = ${String(bytes.length)};
`);
  const source = new Uint8Array(before.length + elements.length + after.length);
  source.set(before);
  source.set(elements, before.length);
  source.set(after, before.length + elements.length);
  return source;
}

const [space, comma, newline] = [0x20, 0x2c, 0x0a];
const hexDigits = new TextEncoder().encode('0123456789abcdef');
const indent = 4;
/** `0x1c` and what parts it from the next one: a comma, and a space or a new line. */
const elementLength = 6;

/** Lines of `0x1c, 0x00, …` in ASCII; the last element has no comma behind it. */
function hexLines(bytes: Uint8Array): Uint8Array {
  const lines = Math.ceil(bytes.length / bytesPerLine);
  const text = new Uint8Array(Math.max(0, lines * indent + bytes.length * elementLength - 2));
  let at = 0;
  for (let index = 0; index < bytes.length; index++) {
    if (index % bytesPerLine === 0) {
      if (index > 0) text[at - 1] = newline;
      text.fill(space, at, at + indent);
      at += indent;
    }
    const byte = bytes[index] ?? 0;
    text[at] = 0x30; // 0
    text[at + 1] = 0x78; // x
    text[at + 2] = hexDigits[byte >> 4] ?? 0;
    text[at + 3] = hexDigits[byte & 15] ?? 0;
    // Behind the last one there is no room for these, and they go nowhere.
    text[at + 4] = comma;
    text[at + 5] = space;
    at += elementLength;
  }
  return text;
}

/** The `.h`: address and length. */
export function cArrayHeader({ name, header, origin }: Omit<CArray, 'bytes'>): string {
  const guard = `${cIdentifier(header).toUpperCase()}_`;
  return `// ${origin} as an array.
#ifndef ${guard}
#define ${guard}

extern const unsigned char ${name}[];
extern const unsigned int ${name}_len;

#endif  // ${guard}
`;
}

/** Makes a C identifier of a file name as `xxd -i` does: everything but letters and digits becomes `_`. */
export function cIdentifier(fileName: string): string {
  const identifier = fileName.replace(/[^A-Za-z0-9]/g, '_');
  return /^[0-9]/.test(identifier) ? `model_${identifier}` : identifier;
}
