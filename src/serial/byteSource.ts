/** Where bytes come from, whatever it is: a port, a network address, a program, a recording, a board made of code. */
import { Problem } from '../core/problem';
import type { ControlSignals } from '../protocol/streamWorker';
import type { Sentence } from '../../l10n/sentences';

export interface SourceTraits {
  /** For display: a path, an address, a name. */
  readonly label: string;
  /** The first line after opening may lack its beginning. */
  readonly startsMidLine: boolean;
  /** What stands behind the last newline when the source ends is a line. */
  readonly lastLineIsWhole: boolean;
  readonly takesBytes: boolean;
  /** The bytes are those of a CSV file, perhaps of a recording. */
  readonly isCsvFile?: true;
  /** Worth connecting to again when it is lost or not there yet. */
  readonly reconnects: boolean;
}

export type SourceEnd =
  /** The connection broke. */
  | { readonly kind: 'lost'; readonly why: Sentence }
  /** There is no more: end of a recording, or of a program. */
  | { readonly kind: 'ended'; readonly why: Sentence };

/** A source is opened once and closed once; to connect again is to make another one. */
export interface ByteSource {
  describe(): SourceTraits;
  /** Rejects with a Problem; with a FinalProblem where trying again is of no use. */
  open(): Promise<void>;
  /** Rejects with a Problem when the source takes no bytes. */
  write(bytes: Uint8Array): Promise<void>;
  /** Rejects with a Problem when the source has no such lines; data goes on. */
  setSignals(signals: ControlSignals): Promise<void>;
  /** Resolves when the source is free for others, after 2 s at the latest. Never rejects; may be called more than once. */
  close(): Promise<void>;
  /** `arrivalMs` is on the clock of `nowMs`. Bytes are the listener's to keep. */
  onData(listener: (bytes: Uint8Array, arrivalMs: number) => void): void;
  /** Called at most once, and not after `close` was asked for. */
  onClose(listener: (end: SourceEnd) => void): void;
  /** Something is not as asked for, and data flows all the same. */
  onWarning(listener: (warning: Sentence) => void): void;
  /** The clock of arrivals: the host's, or that of the recording which is played. */
  nowMs(): number;
}

/** A Problem that waiting does not solve. */
export class FinalProblem extends Problem {}

/** Listeners of a source, and the promise of `onClose`: once, and never after `close`. */
export class SourceListeners {
  private data: (bytes: Uint8Array, arrivalMs: number) => void = () => undefined;
  private closed: (end: SourceEnd) => void = () => undefined;
  private warned: (warning: Sentence) => void = () => undefined;
  isOver = false;

  onData(listener: (bytes: Uint8Array, arrivalMs: number) => void): void {
    this.data = listener;
  }

  onClose(listener: (end: SourceEnd) => void): void {
    this.closed = listener;
  }

  onWarning(listener: (warning: Sentence) => void): void {
    this.warned = listener;
  }

  /** Bytes that come after the end are nobody's. */
  arrived(bytes: Uint8Array, arrivalMs: number): void {
    if (!this.isOver) this.data(bytes, arrivalMs);
  }

  warn(warning: Sentence): void {
    if (!this.isOver) this.warned(warning);
  }

  end(end: SourceEnd): void {
    if (this.isOver) return;
    this.isOver = true;
    this.closed(end);
  }

  /** Closing on purpose is no end to tell of. */
  silence(): void {
    this.isOver = true;
  }
}
