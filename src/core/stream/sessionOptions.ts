/** What a session is given. */
import type { StoreLimits } from './columnStore';
import type { StreamFormat } from './format';
import type { RecordedLines } from './recordedLines';

export interface SessionOptions {
  readonly format?: StreamFormat;
  readonly limits?: StoreLimits;
  /** Of the session whose place this one takes. */
  readonly unfinished?: Unfinished;
}

/** What a session that is cleared in mid-stream leaves to the next one. */
export interface Unfinished {
  /** The line or sample under way. */
  readonly bytes: Uint8Array;
  readonly startsMidLine: boolean;
  /** Names of columns: a board prints its header once, when it boots. */
  readonly columns: readonly string[] | undefined;
  /** Of the file that is replayed. */
  readonly recorded: RecordedLines | undefined;
}

/** What it wants to know of a connection. */
export interface OpenedStream {
  readonly startsMidLine: boolean;
  /** The lines are those of a CSV file, perhaps of a recording. */
  readonly isCsvFile?: true;
}
