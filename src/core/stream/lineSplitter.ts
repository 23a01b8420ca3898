/**
 * Bytes to lines, in linear time and bounded memory.
 *
 * Lines are cut at 0x0A before decoding: that byte never stands inside a UTF-8 sequence, so whole lines decode safely
 * however the chunks were cut. One trailing carriage return is dropped; inner ones are left for the console to see.
 */

/** A longer line is shown up to here and then skipped to its end. */
export const MAX_LINE_BYTES = 4096;

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = '\r';

export interface LineSink {
  line(text: string): void;
  /** A line of more bytes than the limit; `head` is what its first ones say. Told once per line, when the limit is passed. */
  tooLong(head: string): void;
  /** The unfinished line that a connection began with was dropped. */
  partialDropped?(): void;
}

type Mode = 'line' | 'skipTooLong' | 'dropPartial';

export class LineSplitter {
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private readonly pending: Uint8Array;
  private pendingBytes = 0;
  private mode: Mode;

  /** With `startsMidLine`, what comes before the first newline is dropped: a board rarely starts a line as we connect. */
  constructor(
    private readonly sink: LineSink,
    options: { readonly startsMidLine: boolean } = { startsMidLine: false },
    private readonly maxBytes = MAX_LINE_BYTES,
  ) {
    this.pending = new Uint8Array(maxBytes);
    this.mode = options.startsMidLine ? 'dropPartial' : 'line';
  }

  push(chunk: Uint8Array): void {
    const firstNewline = chunk.indexOf(NEWLINE);
    if (firstNewline < 0) {
      this.hold(chunk);
      return;
    }
    this.hold(chunk.subarray(0, firstNewline));
    this.finishLine();
    const lastNewline = chunk.lastIndexOf(NEWLINE);
    if (lastNewline > firstNewline) this.emitWhole(chunk.subarray(firstNewline + 1, lastNewline));
    this.hold(chunk.subarray(lastNewline + 1));
  }

  /** The end of the input: an unfinished last line is a line. */
  end(): void {
    if (this.pendingBytes > 0 && this.mode === 'line') this.finishLine();
    this.reset({ startsMidLine: false });
  }

  /** A new connection: the unfinished line of the old one is gone. */
  reset(options: { readonly startsMidLine: boolean }): void {
    this.pendingBytes = 0;
    this.mode = options.startsMidLine ? 'dropPartial' : 'line';
  }

  /** The unfinished line so far, for a console that shows a prompt before its newline comes. */
  pendingText(): string {
    return this.mode === 'line' ? this.decode(this.pending.subarray(0, this.pendingBytes)) : '';
  }

  /** What another splitter needs so as to go on from here. */
  get unfinished(): { readonly bytes: Uint8Array; readonly startsMidLine: boolean } {
    return { bytes: this.pending.slice(0, this.pendingBytes), startsMidLine: this.mode !== 'line' };
  }

  private hold(bytes: Uint8Array): void {
    if (this.mode !== 'line' || bytes.length === 0) return;
    const room = this.maxBytes - this.pendingBytes;
    if (bytes.length <= room) {
      this.pending.set(bytes, this.pendingBytes);
      this.pendingBytes += bytes.length;
      return;
    }
    this.pending.set(bytes.subarray(0, room), this.pendingBytes);
    this.sink.tooLong(this.decode(this.pending));
    this.pendingBytes = 0;
    this.mode = 'skipTooLong';
  }

  private finishLine(): void {
    if (this.mode === 'line') {
      this.sink.line(withoutCarriageReturn(this.decode(this.pending.subarray(0, this.pendingBytes))));
    } else if (this.mode === 'dropPartial') {
      this.sink.partialDropped?.();
    }
    this.pendingBytes = 0;
    this.mode = 'line';
  }

  /** Whole lines without their last newline. One decode for all of them is several times faster than one for each. */
  private emitWhole(bytes: Uint8Array): void {
    if (bytes.length > this.maxBytes && hasLongLine(bytes, this.maxBytes)) {
      this.emitOneByOne(bytes);
      return;
    }
    const text = this.decode(bytes);
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      this.emit(text, from, to);
      from = to + 1;
    }
    this.emit(text, from, text.length);
  }

  private emit(text: string, from: number, to: number): void {
    const end = to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to;
    this.sink.line(text.slice(from, end));
  }

  private emitOneByOne(bytes: Uint8Array): void {
    let from = 0;
    while (from <= bytes.length) {
      const newline = bytes.indexOf(NEWLINE, from);
      const to = newline < 0 ? bytes.length : newline;
      this.hold(bytes.subarray(from, to));
      this.finishLine();
      from = to + 1;
    }
  }

  private decode(bytes: Uint8Array): string {
    return bytes.length === 0 ? '' : this.decoder.decode(bytes);
  }
}

function hasLongLine(bytes: Uint8Array, maxBytes: number): boolean {
  let from = 0;
  while (bytes.length - from > maxBytes) {
    const newline = bytes.indexOf(NEWLINE, from);
    if (newline < 0 || newline - from > maxBytes) return true;
    from = newline + 1;
  }
  return false;
}

function withoutCarriageReturn(text: string): string {
  return text.endsWith(CARRIAGE_RETURN) ? text.slice(0, -1) : text;
}
