/** What a session tells whoever shows, records and watches it. */
import type { Sentence } from '../../../l10n/sentences';
import type { DialectName, LineVerdict } from './verdict';

/** A stretch of the stream whose rows belong together: lines are not joined across, each is a recording file of its own. */
export interface Segment {
  readonly index: number;
  /** Seconds on the session's axis. */
  readonly startS: number;
  readonly reason: Sentence;
}

export interface SessionRow {
  readonly segment: number;
  /** The same array as long as the columns are the same: another one means another header. */
  readonly names: readonly string[];
  readonly values: readonly (number | string | null)[];
  /** Seconds on the session's axis. */
  readonly timeS: number;
  /** What the device's clock said, in milliseconds, where it said anything. */
  readonly deviceMs: number | undefined;
}

export interface ConsoleLine {
  readonly text: string;
  readonly arrivalMs: number;
  readonly fate: LineVerdict['kind'];
}

/** Every method is optional: who needs nothing pays nothing. */
export interface SessionSink {
  line?(line: ConsoleLine): void;
  /** Whole rows, for recordings; those put together from single labels come when their frame closes. */
  row?(row: SessionRow): void;
  /** Values as they are stored, for triggers. */
  sample?(names: readonly string[], values: readonly (number | string | null)[], timeS: number): void;
  segment?(segment: Segment): void;
  /** Said once per cause. */
  notice?(notice: Sentence): void;
}

/** What is being read, for the chip that always says it. */
export type RecognisedFormat = DialectName | 'none';
