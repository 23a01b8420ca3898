/** What literals of C and C++ stand for. */

/** `0x1c`, `0b11`, `034`, `28`, with digit separators and the suffixes of integers. */
export function numberValue(digits: string): number {
  const plain = digits.replace(/[uUlLzZ]+$/, '').replace(/'/g, '');
  return /^0[0-7]+$/.test(plain) ? parseInt(plain, 8) : Number(plain);
}

/** `'T'`, `'\x54'`, `'\''`. */
export function characterValue(literal: string): number {
  return stringBytes(literal.slice(literal.indexOf("'") + 1, -1))[0] ?? 0;
}

const simpleEscapes: Readonly<Record<string, number>> = {
  n: 10,
  t: 9,
  r: 13,
  a: 7,
  b: 8,
  f: 12,
  v: 11,
  e: 27,
};

const escape = /\\(?:x([\da-fA-F]{1,64})|([0-7]{1,3})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(\r?\n)|([^]))/y;

/** The bytes between a literal's quotes: escapes as C has them, all else as UTF-8. */
export function stringBytes(inside: string): Uint8Array {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(inside.length * 3);
  let length = 0;
  const append = (more: Uint8Array) => {
    bytes.set(more, length);
    length += more.length;
  };
  for (let at = 0; at < inside.length;) {
    if (inside.charAt(at) !== '\\') {
      const next = inside.indexOf('\\', at);
      const end = next < 0 ? inside.length : next;
      append(encoder.encode(inside.slice(at, end)));
      at = end;
      continue;
    }
    escape.lastIndex = at;
    const found = escape.exec(inside);
    if (!found) break;
    at += found[0].length;
    const [, hex, octal, short, long, lineBreak, simple] = found;
    if (hex !== undefined) bytes[length++] = parseInt(hex.slice(-2), 16);
    else if (octal !== undefined) bytes[length++] = parseInt(octal, 8) & 0xff;
    else if (short !== undefined || long !== undefined) {
      append(encoder.encode(codePoint(parseInt(short ?? long ?? '', 16))));
    } else if (lineBreak === undefined && simple !== undefined) {
      const code = simpleEscapes[simple];
      if (code === undefined) append(encoder.encode(simple));
      else bytes[length++] = code;
    }
  }
  return bytes.slice(0, length);
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}
