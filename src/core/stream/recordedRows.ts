/**
 * Rows of a recording that is replayed. Its header does not say which columns are texts: a column becomes a series with its
 * first number, as it did when it was recorded.
 */
import { distinctNames } from './dialects/header';
import type { Outcome } from './plannedLine';
import type { RecordedRow } from './recordedLines';
import { RowStream } from './rowStream';
import type { RowWriter } from './rowWriter';
import type { Layout, SeriesTable } from './seriesTable';

export class RecordedRows {
  private names: readonly string[] | undefined;
  private seriesNames: readonly string[] = [];
  /** Of the columns that are drawn, or have had no value yet. */
  private places: readonly number[] = [];
  /** Of the columns that have had no number yet. */
  private silent: readonly number[] = [];
  private stream: RowStream | undefined;

  /** @param columnsChanged told of each further header in one file */
  constructor(
    private readonly table: SeriesTable,
    private readonly writer: RowWriter,
    private readonly columnsChanged: (arrivalMs: number) => void,
  ) {}

  plan(row: RecordedRow, arrivalMs: number): Outcome {
    const { names, values, timeMs } = row;
    if (this.stream && this.names !== names) this.columnsChanged(arrivalMs);
    const stream = this.stream && this.names === names ? this.stream : this.start(row);
    if (this.silent.some((place) => typeof values[place] === 'number')) this.hear(stream, values);
    this.writer.plan({
      stream,
      values: values.map((value) => (typeof value === 'string' ? null : value)),
      recorded: values,
      arrivalMs,
      deviceRaw: timeMs,
      fill: 'gap',
      partOfFrame: false,
    });
    return { kind: 'plotted' };
  }

  private start({ names, values }: RecordedRow): RowStream {
    const all = names.map((_, place) => place);
    this.names = names;
    this.seriesNames = distinctNames(names);
    this.silent = all.filter((place) => typeof values[place] !== 'number');
    // A gap may be a number's: then it is drawn against the others only if they share a group from the beginning.
    this.places = all.filter((place) => typeof values[place] !== 'string');
    this.stream = new RowStream({ names, timeColumn: 0, timeUnitMs: 1, mayFall: true }, this.layout());
    return this.stream;
  }

  private hear(stream: RowStream, values: RecordedRow['values']): void {
    const heard = this.silent.filter((place) => typeof values[place] === 'number');
    this.silent = this.silent.filter((place) => !heard.includes(place));
    this.places = [...new Set([...this.places, ...heard])];
    stream.layout = this.layout();
  }

  private layout(): Layout {
    const silent = new Set(this.silent.map((place) => this.seriesNames[place] ?? ''));
    const names = this.places.map((place) => this.seriesNames[place] ?? '');
    const { parts, capped } = this.table.layout(names, [], silent);
    return {
      capped,
      parts: parts.map(({ group, sources }) => ({
        group,
        sources: sources.map((source) => (source < 0 ? source : (this.places[source] ?? -1))),
      })),
    };
  }
}
