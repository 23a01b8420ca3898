import { characterValue, numberValue, stringBytes } from './cLiterals';

/** The few tokens of C and C++ that matter for arrays of numbers. Text positions are UTF-16 offsets. */
export type Token =
  | { readonly kind: 'word' | 'mark'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'number'; readonly value: number; readonly start: number; readonly end: number }
  | { readonly kind: 'string'; readonly bytes: Uint8Array; readonly start: number; readonly end: number };

const word = /[A-Za-z_$][\w$]*/y;
const number = /(?:0[xX][\da-fA-F']+|0[bB][01']+|\d[\d']*)[uUlLzZ]{0,3}(?![\w.])/y;
const otherNumber = /\.?\d[\w.]*/y;
const stringOpening = /(?:u8|u|U|L)?(R?)"/y;
const rawDelimiter = /[^()\\\s"]{0,16}\(/y;
const character = /(?:u8|u|U|L)?'(?:[^'\\\n]|\\[^])[^'\n]{0,12}'/y;

/**
 * Gives the tokens of a text one after the other, without keeping them: a model of 4 MB has eight million. Comments,
 * preprocessor lines and line continuations are left out. Every character is looked at a fixed number of times.
 */
export class CScanner {
  private at = 0;
  private countedTo = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  next(): Token | undefined {
    this.skipSpaceAndComments();
    const start = this.at;
    if (start >= this.text.length) return undefined;
    const token = this.string(start) ?? this.plain(start);
    this.at = token.end;
    return token;
  }

  /**
   * The value of the next element where it is written as nearly all are, `0x1c`, between commas and spaces; undefined for
   * anything else, which is left to `next`. The token of each element would take twenty times as long.
   */
  nextHexByte(): number | undefined {
    const { text } = this;
    let start = this.at;
    while (isBetweenElements(text.charCodeAt(start))) start++;
    if (text.charCodeAt(start) !== 48 || (text.charCodeAt(start + 1) | 32) !== 120) return undefined;
    const high = hexValue(text.charCodeAt(start + 2));
    const low = hexValue(text.charCodeAt(start + 3));
    const end = start + 4;
    const after = text.charCodeAt(end);
    if (high < 0 || low < 0 || !(isBetweenElements(after) || after === 125)) return undefined;
    this.at = end;
    return high * 16 + low;
  }

  /** 1-based line of an offset; offsets must not go back. */
  lineOf(offset: number): number {
    const end = Math.min(offset, this.text.length);
    for (; this.countedTo < end; this.countedTo++)
      if (this.text.charCodeAt(this.countedTo) === 10) this.line++;
    return this.line;
  }

  private match(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.text) ?? undefined;
  }

  private skipSpaceAndComments(): void {
    const { text } = this;
    let isLineStart = this.at === 0;
    for (;;) {
      const char = text.charCodeAt(this.at);
      if (char === 10) {
        isLineStart = true;
        this.at++;
      } else if (char === 32 || (char >= 9 && char <= 13) || char === 0xfeff) {
        this.at++;
      } else if (char === 92 && /[\r\n]/.test(text.charAt(this.at + 1))) {
        this.at += 2;
      } else if (text.startsWith('//', this.at) || (char === 35 && isLineStart)) {
        this.at = this.lineEnd(this.at);
      } else if (text.startsWith('/*', this.at)) {
        const close = text.indexOf('*/', this.at + 2);
        this.at = close < 0 ? text.length : close + 2;
      } else {
        return;
      }
    }
  }

  /** The end of a line, past line breaks behind a backslash. */
  private lineEnd(from: number): number {
    for (let at = from; ;) {
      const newline = this.text.indexOf('\n', at);
      if (newline < 0) return this.text.length;
      const before = this.text.charAt(newline - 1) === '\r' ? newline - 2 : newline - 1;
      if (this.text.charAt(before) !== '\\') return newline;
      at = newline + 1;
    }
  }

  private string(start: number): Token | undefined {
    const opening = this.match(stringOpening, start);
    if (!opening) return undefined;
    const inside = start + opening[0].length;
    if (opening[1] === 'R') return this.rawString(start, inside);
    for (let at = inside; at < this.text.length; at++) {
      const char = this.text.charCodeAt(at);
      if (char === 92) at += this.text.startsWith('\r\n', at + 1) ? 2 : 1;
      else if (char === 34) {
        return { kind: 'string', bytes: stringBytes(this.text.slice(inside, at)), start, end: at + 1 };
      } else if (char === 10) {
        // Nothing closes it on this line: no string. The rest of the line is passed over as a whole.
        return { kind: 'mark', text: '"', start, end: at };
      }
    }
    return { kind: 'mark', text: '"', start, end: this.text.length };
  }

  private rawString(start: number, from: number): Token {
    const delimiter = this.match(rawDelimiter, from)?.[0];
    if (delimiter === undefined) return { kind: 'mark', text: '"', start, end: from };
    const inside = from + delimiter.length;
    const closing = `)${delimiter.slice(0, -1)}"`;
    const close = this.text.indexOf(closing, inside);
    if (close < 0) return { kind: 'mark', text: '"', start, end: this.text.length };
    const bytes = new TextEncoder().encode(this.text.slice(inside, close));
    return { kind: 'string', bytes, start, end: close + closing.length };
  }

  private plain(start: number): Token {
    const char = this.match(character, start)?.[0];
    if (char !== undefined)
      return { kind: 'number', value: characterValue(char), start, end: start + char.length };
    const digits = this.match(number, start)?.[0];
    if (digits !== undefined) {
      return { kind: 'number', value: numberValue(digits), start, end: start + digits.length };
    }
    const name = this.match(word, start)?.[0];
    if (name !== undefined) return { kind: 'word', text: name, start, end: start + name.length };
    const mark = this.match(otherNumber, start)?.[0] ?? this.text.charAt(start);
    return { kind: 'mark', text: mark, start, end: start + mark.length };
  }
}

export function isMark(token: Token | undefined, text: string): boolean {
  return token?.kind === 'mark' && token.text === text;
}

/** A comma, a space, a tab or a line's end. */
function isBetweenElements(char: number): boolean {
  return char === 44 || char === 32 || char === 10 || char === 13 || char === 9;
}

/** Negative for what is no hexadecimal digit. */
function hexValue(char: number): number {
  if (char >= 48 && char <= 57) return char - 48;
  const lower = char | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
