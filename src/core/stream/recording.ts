/**
 * Rows to the text of CSV files: UTF-8, `.` as decimal point whatever the locale, `nan` and `inf` spelled out, an empty
 * field for no value, quotes around a text that looks like a number. The first column is `timestamp` in milliseconds, which
 * is what Edge Impulse ingests.
 *
 * Pure: who calls writes the pieces where they belong, in order; every piece ends with a whole line, so what is on disk
 * is a valid file at any time.
 */
import { RECORDED_TIME } from './deviceClock';
import { escapeText, escapeTextValue } from './recordedFields';
import type { SessionRow } from './sessionEvents';
import type { Cell } from './verdict';

export type RecordedTime =
  /** Milliseconds of the device's clock in files whose first row has any, else of the session's axis. */
  | 'device'
  /** Milliseconds on the session's axis. */
  | 'host';

export interface RecordedFile {
  /** Counted from 1; names a file by `recordingFileName`. */
  readonly number: number;
  readonly header: string;
}

export interface RecordedPiece {
  readonly file: RecordedFile;
  /** True for the first piece of a file: it begins with the header. */
  readonly isNew: boolean;
  readonly text: string;
}

/** Collects rows; `take` hands out what has come since, by file. A new segment, or other columns, begin a new file. */
export class Recording {
  private file: RecordedFile | undefined;
  private names: readonly string[] = [];
  private segment = -1;
  /** Where the device's clock stands when the session's is 0; undefined in files that go by the session's. */
  private deviceZeroMs: number | undefined;
  private pieces: { file: RecordedFile; isNew: boolean; lines: string[] }[] = [];
  rows = 0;

  constructor(private readonly time: RecordedTime = 'device') {}

  add(row: SessionRow): void {
    if (!this.file || row.segment !== this.segment || row.names !== this.names) this.startFile(row);
    let piece = this.pieces.at(-1);
    if (!piece && this.file) {
      piece = { file: this.file, isNew: false, lines: [] };
      this.pieces.push(piece);
    }
    piece?.lines.push(rowText(this.millisecondsOf(row), row.values));
    this.rows++;
  }

  take(): readonly RecordedPiece[] {
    const taken = this.pieces.map(({ file, isNew, lines }) => ({
      file,
      isNew,
      text: `${[...(isNew ? [file.header] : []), ...lines].join('\n')}\n`,
    }));
    this.pieces = [];
    return taken;
  }

  /** One clock in each file, or its times would jump: rows without a device's time are put where it would have been. */
  private millisecondsOf({ timeS, deviceMs }: SessionRow): number {
    if (this.deviceZeroMs === undefined) return axisMilliseconds(timeS);
    if (deviceMs === undefined) return axisMilliseconds(timeS + this.deviceZeroMs / 1000);
    this.deviceZeroMs = deviceMs - timeS * 1000;
    return deviceMs;
  }

  private startFile(row: SessionRow): void {
    // Streams that are put together as frames bring arrays of their own; the header is what counts.
    const isSame = row.segment === this.segment && sameNames(row.names, this.names);
    this.segment = row.segment;
    this.names = row.names;
    if (isSame) return;
    const isByDevice = this.time === 'device' && row.deviceMs !== undefined;
    this.deviceZeroMs = isByDevice ? 0 : undefined;
    this.file = { number: (this.file?.number ?? 0) + 1, header: headerText(row.names) };
    this.pieces.push({ file: this.file, isNew: true, lines: [] });
  }
}

/** `walk.csv`, then `walk.2.csv`, `walk.3.csv`: the label that Edge Impulse takes from the name stays in front. */
export function recordingFileName(baseName: string, number: number): string {
  return number === 1 ? `${baseName}.csv` : `${baseName}.${number}.csv`;
}

export function headerText(names: readonly string[]): string {
  return [RECORDED_TIME, ...names.map(escapeText)].join(',');
}

export function rowText(milliseconds: number, values: readonly (Cell | string)[]): string {
  let text = String(milliseconds);
  for (const value of values) text += `,${cellText(value)}`;
  return text;
}

export function cellText(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeTextValue(value);
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Of a time on the session's axis, to the microsecond. */
export function axisMilliseconds(timeS: number): number {
  return Math.round(timeS * 1e6) / 1000;
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, index) => name === right[index]);
}
