/**
 * Reads one number at a place in a line, without regular expressions and without looking at a character twice more than
 * a constant number of times.
 *
 * Accepted, all with an optional sign: decimals (`1`, `1.5`, `.5`, `1.`) with an optional exponent, `0x1F`, `nan`, `inf`,
 * `infinity`, `ovf` (what Arduino's `Print` writes for a float beyond its range), and `M*2^E`, which is how TensorFlow
 * Lite Micro's `micro_string.cc` prints every `%f`.
 */

const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const STAR = 42;
const CARET = 94;
const TWO = 50;
const LOWER_E = 101;
const LOWER_X = 120;

/** Up to this many digits a mantissa is an exact double, and so are the powers below: one division rounds correctly. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

const WORDS: readonly (readonly [word: string, value: number])[] = [
  ['nan', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['inf', Number.POSITIVE_INFINITY],
  ['ovf', Number.POSITIVE_INFINITY],
];

export class NumberScanner {
  /** The number last read. */
  value = 0;
  /** Index of the first character after it. */
  end = 0;

  /** Reads the longest number that starts at `from`; false (and nothing kept) when none does. */
  scan(text: string, from: number, to: number): boolean {
    let at = from;
    let code = at < to ? text.charCodeAt(at) : 0;
    const negative = code === MINUS;
    if (negative || code === PLUS) code = ++at < to ? text.charCodeAt(at) : 0;
    if (!isDigit(code) && code !== DOT) return this.scanWord(text, at, to, negative);
    if (code === ZERO && at + 2 < to && (text.charCodeAt(at + 1) | 32) === LOWER_X) {
      if (this.scanHex(text, at + 2, to, negative)) return true;
    }
    return this.scanDecimal(text, from, at, to, negative);
  }

  private scanDecimal(
    text: string,
    from: number,
    digitsFrom: number,
    to: number,
    negative: boolean,
  ): boolean {
    let at = digitsFrom;
    let mantissa = 0;
    let digits = 0;
    let significant = 0;
    let decimals = 0;
    let seenDot = false;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (isDigit(code)) {
        digits++;
        if (mantissa !== 0 || code !== ZERO) significant++;
        if (significant <= EXACT_DIGITS) mantissa = mantissa * 10 + (code - ZERO);
        if (seenDot) decimals++;
      } else if (code === DOT && !seenDot) {
        seenDot = true;
      } else break;
    }
    if (digits === 0) return false;
    const afterExponent = skipExponent(text, at, to);
    if (afterExponent === at && significant <= EXACT_DIGITS && decimals < POWERS_OF_TEN.length) {
      const size = decimals === 0 ? mantissa : mantissa / (POWERS_OF_TEN[decimals] ?? 1);
      this.value = negative ? -size : size;
    } else {
      this.value = Number(text.slice(from, afterExponent));
    }
    this.end = afterExponent;
    this.scanPowerOfTwo(text, to);
    return true;
  }

  /** `*2^E` after a mantissa; left alone when it is not complete. */
  private scanPowerOfTwo(text: string, to: number): void {
    const at = this.end;
    if (at + 3 >= to || text.charCodeAt(at) !== STAR) return;
    if (text.charCodeAt(at + 1) !== TWO || text.charCodeAt(at + 2) !== CARET) return;
    const after = skipSignedDigits(text, at + 3, to);
    if (after === at + 3) return;
    this.value *= 2 ** Number(text.slice(at + 3, after));
    this.end = after;
  }

  private scanHex(text: string, from: number, to: number, negative: boolean): boolean {
    let at = from;
    let value = 0;
    for (; at < to; at++) {
      const digit = hexDigit(text.charCodeAt(at));
      if (digit < 0) break;
      value = value * 16 + digit;
    }
    if (at === from) return false;
    this.value = negative ? -value : value;
    this.end = at;
    return true;
  }

  private scanWord(text: string, from: number, to: number, negative: boolean): boolean {
    const first = from < to ? text.charCodeAt(from) | 32 : 0;
    if (first !== 110 && first !== 105 && first !== 111) return false;
    for (const [word, value] of WORDS) {
      const end = from + word.length;
      if (end > to || text.slice(from, end).toLowerCase() !== word) continue;
      if (end < to && isWordCharacter(text.charCodeAt(end))) return false;
      this.value = negative ? -value : value;
      this.end = end;
      return true;
    }
    return false;
  }
}

const scanner = new NumberScanner();

/** The number that `text` is as a whole (between the two indices, spaces already cut off), or undefined. */
export function parseNumber(text: string, from = 0, to = text.length): number | undefined {
  return scanner.scan(text, from, to) && scanner.end === to ? scanner.value : undefined;
}

/** As `parseNumber`, for locales that write `1,5`: only where fields are cut at `;`. */
export function parseDecimalComma(text: string): number | undefined {
  const comma = text.indexOf(',');
  if (comma < 0) return parseNumber(text);
  if (text.includes('.') || text.includes(',', comma + 1)) return undefined;
  return parseNumber(`${text.slice(0, comma)}.${text.slice(comma + 1)}`);
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** ASCII letter. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isWordCharacter(code: number): boolean {
  return isDigit(code) || isLetter(code) || code === 95;
}

function hexDigit(code: number): number {
  if (isDigit(code)) return code - ZERO;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

function skipExponent(text: string, from: number, to: number): number {
  if (from + 1 >= to || (text.charCodeAt(from) | 32) !== LOWER_E) return from;
  const after = skipSignedDigits(text, from + 1, to);
  return after === from + 1 ? from : after;
}

/** Index after an optional sign and at least one digit; `from` itself when there is no digit. */
function skipSignedDigits(text: string, from: number, to: number): number {
  let at = from;
  const code = at < to ? text.charCodeAt(at) : 0;
  if (code === PLUS || code === MINUS) at++;
  const digitsFrom = at;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  return at === digitsFrom ? from : at;
}
