import type { CScanner, Token } from './cScanner';

/** The elements of an array, as far as they are plain numbers and strings. */
export interface ArrayBytes {
  /** Undefined where something else stands among the elements, or where the bytes are no model. */
  readonly bytes: Uint8Array | undefined;
  readonly end: number;
  /** The token behind the elements, not yet looked at by anybody. */
  readonly following: Token | undefined;
}

const identifierAt = 4;
const identifier = [0x54, 0x46, 0x4c, 0x33]; // TFL3
const headBytes = identifierAt + identifier.length;
/** The plain words of a cast such as `(unsigned char)0x54`. */
const castWords = new Set(['unsigned', 'signed', 'char', 'int', 'uint8_t', 'int8_t', 'byte', 'std']);
const passedMarks = new Set([',', '+', '(', ')', ':']);

/** Elements between two steps: a few milliseconds. */
const elementsAStep = 10_000;

/**
 * Reads from behind the `=`; `first` is the `{` or string there. Keeps nothing once the head shows that it is no model.
 * Stepwise: gives way now and then, for whoever has other things to do.
 */
export function* readArrayBytes(scanner: CScanner, first: Token): Generator<undefined, ArrayBytes, void> {
  const bytes = new ModelBytes();
  if (first.kind === 'string') {
    let end = first.end;
    let token: Token | undefined = first;
    for (; token?.kind === 'string'; token = scanner.next()) {
      bytes.append(token.bytes);
      end = token.end;
    }
    return { bytes: bytes.model(), end, following: token };
  }
  let negative = false;
  for (let elements = 1; ; elements++) {
    if (elements % elementsAStep === 0) yield;
    const byte = negative ? undefined : scanner.nextHexByte();
    if (byte !== undefined) {
      bytes.push(byte);
      continue;
    }
    const token = scanner.next();
    if (!token) return { bytes: undefined, end: first.end, following: undefined };
    if (token.kind === 'number') {
      bytes.push(negative ? -token.value : token.value);
      negative = false;
    } else if (token.kind === 'string') bytes.append(token.bytes);
    else if (token.text === '}') return { bytes: bytes.model(), end: token.end, following: scanner.next() };
    else if (token.text === '-') negative = true;
    else if (!(token.kind === 'mark' ? passedMarks : castWords).has(token.text)) {
      return { bytes: undefined, end: token.end, following: token };
    }
  }
}

/** Bytes that grow, until the head shows that they are no model: then they are dropped, and so is what follows. */
class ModelBytes {
  private bytes = new Uint8Array(64);
  private length = 0;
  private isOther = false;

  push(value: number): void {
    if (this.isOther) return;
    if (this.length === this.bytes.length) this.grow(this.length + 1);
    this.bytes[this.length++] = value & 0xff;
    if (this.length === headBytes) this.judge();
  }

  append(more: Uint8Array): void {
    if (this.isOther) return;
    if (this.length + more.length > this.bytes.length) this.grow(this.length + more.length);
    this.bytes.set(more, this.length);
    this.length += more.length;
    if (this.length >= headBytes) this.judge();
  }

  model(): Uint8Array | undefined {
    return this.isOther || this.length < headBytes ? undefined : this.bytes.slice(0, this.length);
  }

  private judge(): void {
    this.isOther = !identifier.every((byte, index) => this.bytes[identifierAt + index] === byte);
    if (this.isOther) this.bytes = new Uint8Array(0);
  }

  private grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
