/** A model as a C++ array: the source that firmware compiles in, and the header that names it. */
export interface CArray {
  /** Name of the array; its length is `<name>_len`. A C identifier. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The header's file name, which the source includes. */
  readonly header: string;
  /** What the bytes are, for example the model's file name. */
  readonly origin: string;
}

const bytesPerLine = 12;

/** The `.cc`: the bytes as `xxd -i` prints them, but const and aligned. */
export function cArraySource({ name, bytes, header, origin }: CArray): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += bytesPerLine) {
    const line = Array.from(bytes.subarray(start, start + bytesPerLine), hexByte).join(', ');
    lines.push(`    ${line}`);
  }
  return `// ${origin} as a C++ array.
#include "${header}"

// alignas: TensorFlow Lite Micro reads tensors in place, as 32-bit words and wider. An array of bytes may start at any
// address, and on cores that fault on a misaligned read the program then dies. 16 is what the .tflite format promises.
// const: the bytes stay in flash instead of being copied into RAM at start-up.
alignas(16) const unsigned char ${name}[] = {
${lines.join(',\n')}};
const unsigned int ${name}_len = ${String(bytes.length)};
`;
}

/** The `.h`: address and length. */
export function cArrayHeader({ name, header, origin }: CArray): string {
  const guard = `${cIdentifier(header).toUpperCase()}_`;
  return `// ${origin} as a C++ array.
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

function hexByte(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
