/** How many lines were taken for what, and the last ones that were not plotted, with the reason. */
import type { Sentence } from '../../../l10n/sentences';

const KEPT_REJECTS = 50;
const KEPT_CHARACTERS = 200;

export interface LineCounts {
  readonly lines: number;
  readonly plotted: number;
  /** Log text, and lines that wait for more of their kind. */
  readonly text: number;
  readonly headers: number;
  readonly rejected: number;
  readonly tooLong: number;
}

export interface RejectedLineRecord {
  /** Counted from 1 since the session began. */
  readonly lineNumber: number;
  readonly text: string;
  readonly reason: Sentence;
  readonly arrivalMs: number;
}

export type LineFate = 'plotted' | 'text' | 'headers' | 'rejected';

export class VerdictLog {
  private lines = 0;
  private tooLong = 0;
  private readonly fates: Record<LineFate, number> = { plotted: 0, text: 0, headers: 0, rejected: 0 };
  private readonly kept: RejectedLineRecord[] = [];

  get lineNumber(): number {
    return this.lines;
  }

  count(fate: Exclude<LineFate, 'rejected'>): void {
    this.lines++;
    this.fates[fate]++;
  }

  reject(text: string, reason: Sentence, arrivalMs: number): void {
    this.lines++;
    this.fates.rejected++;
    this.keep({ lineNumber: this.lines, text, reason, arrivalMs });
  }

  rejectTooLong(text: string, reason: Sentence, arrivalMs: number): void {
    this.tooLong++;
    this.reject(text, reason, arrivalMs);
  }

  /** Lines that waited as text were plotted after all. */
  promote(lines: number): void {
    this.fates.text -= lines;
    this.fates.plotted += lines;
  }

  /** A line that waited as text turned out to be an odd one. */
  demote(record: RejectedLineRecord): void {
    this.fates.text--;
    this.fates.rejected++;
    this.keep(record);
  }

  counts(): LineCounts {
    return { lines: this.lines, tooLong: this.tooLong, ...this.fates };
  }

  /** The last 50, the oldest first. */
  rejects(): readonly RejectedLineRecord[] {
    return [...this.kept];
  }

  private keep(record: RejectedLineRecord): void {
    this.kept.push({ ...record, text: record.text.slice(0, KEPT_CHARACTERS) });
    if (this.kept.length > KEPT_REJECTS) this.kept.shift();
  }
}
