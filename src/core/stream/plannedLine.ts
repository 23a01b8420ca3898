/** What the planner of rows is given, what it says of a line, and whom it tells. */
import type { Sentence } from '../../../l10n/sentences';
import type { Cell, DialectName } from './verdict';

export interface PlannedLine {
  readonly text: string;
  readonly arrivalMs: number;
  readonly lineNumber: number;
}

export type Outcome =
  | { readonly kind: 'plotted' | 'waiting' | 'text' | 'header' }
  | { readonly kind: 'rejected'; readonly reason: Sentence };

export interface RowPlannerSink {
  /** Lines that were counted as text are plotted now. */
  promoted(lines: number): void;
  /** A line that was counted as text is a reject. */
  demoted(line: PlannedLine, reason: Sentence): void;
  columnsChanged(arrivalMs: number): void;
}

/** A line whose values could become a row. */
export interface Row {
  readonly line: PlannedLine;
  readonly values: readonly Cell[];
  readonly logMs: number | undefined;
  readonly dialect: DialectName;
}
