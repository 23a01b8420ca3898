/**
 * Lines whose columns differ from those before: held until there are enough of them in a row to be a change, or until a
 * line as before shows that they were odd ones.
 */
import { sentence, type Sentence } from '../../../l10n/sentences';

interface Candidate<Row> {
  readonly shape: string;
  readonly labelled: boolean;
  readonly names: readonly string[];
  readonly rows: Row[];
}

const QUOTED_CHARACTERS = 80;

export class ColumnChange<Row> {
  private candidate: Candidate<Row> | undefined;

  /** @param odd told of every line that turned out not to begin a change */
  constructor(private readonly odd: (row: Row, reason: Sentence) => void) {}

  /** @returns the rows of the new shape, once there are `needed` in a row */
  offer(
    of: Omit<Candidate<Row>, 'rows'>,
    row: Row,
    needed: number,
    before: readonly string[],
  ): readonly Row[] | undefined {
    if (this.candidate?.shape !== of.shape) {
      this.refuse(before);
      this.candidate = { ...of, rows: [] };
    }
    this.candidate.rows.push(row);
    if (this.candidate.rows.length < needed) return undefined;
    const { rows } = this.candidate;
    this.candidate = undefined;
    return rows;
  }

  /** A line with these columns came, as before. Labelled lines that share no label with what is held say nothing of it. */
  settle(labelled: boolean, names: readonly string[]): void {
    if (this.candidate?.labelled !== labelled) return;
    if (!labelled || this.candidate.names.some((name) => names.includes(name))) this.refuse(names);
  }

  clear(): void {
    this.candidate = undefined;
  }

  private refuse(before: readonly string[]): void {
    if (!this.candidate) return;
    const { labelled, names, rows } = this.candidate;
    this.candidate = undefined;
    const reason = labelled
      ? sentence('stream.labelsDiffer', { found: quoted(names), expected: quoted(before) })
      : sentence('stream.columnsDiffer', { found: names.length, expected: before.length });
    for (const row of rows) this.odd(row, reason);
  }
}

function quoted(names: readonly string[]): string {
  return names.join(', ').slice(0, QUOTED_CHARACTERS);
}
