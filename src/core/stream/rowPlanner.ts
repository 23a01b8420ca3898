/**
 * Decides line by line whether its values become rows: admission of shapes, change of columns, headers, class scores.
 * Formats that the user locked, lines that begin with `>` and JSON are admitted at once.
 */
import { sentence } from '../../../l10n/sentences';
import { Admission } from './admission';
import { ColumnChange } from './columnChange';
import type { Outcome, PlannedLine, Row, RowPlannerSink } from './plannedLine';
import { RowStream, rowShape } from './rowStream';
import type { RowWriter } from './rowWriter';
import { seriesRows } from './seriesRows';
import { MAX_SERIES, type SeriesTable, type SeriesTraits } from './seriesTable';
import type { DataLine, DialectName, LineVerdict, NamedSample, SeriesSample } from './verdict';

/** A header counts for rows that begin within so many lines. */
const HEADER_LINES = 5;
/** Names that an earlier reading of the same stream found hold for longer: what prints them does so once. */
const HANDED_ON_LINES = 100;
/** So many lines in a row must have other columns before the columns have changed. */
const CHANGE_LINES = 3;
/** Shapes remembered; a board that makes up labels does not fill the memory. */
const MAX_STREAMS = 512;

const AT_ONCE: ReadonlySet<DialectName> = new Set<DialectName>([
  'badlogic',
  'teleplot',
  'json',
  'results',
  'predictions',
  'arduino',
  'binary',
]);

export class RowPlanner {
  private readonly admission = new Admission<Row>();
  private readonly streams = new Map<string, RowStream>();
  /** The columns of lines without labels. */
  private list: { readonly names: readonly string[]; readonly stream: RowStream } | undefined;
  private header: { readonly names: readonly string[]; linesLeft: number } | undefined;
  private readonly change = new ColumnChange<Row>((row, reason) => {
    this.sink.demoted(row.line, reason);
  });
  private heldNames: { readonly columns: number; readonly names: readonly string[] } | undefined;
  private inPredictions = false;

  constructor(
    private readonly table: SeriesTable,
    private readonly writer: RowWriter,
    private readonly mustWait: boolean,
    private readonly sink: RowPlannerSink,
    columns?: readonly string[],
  ) {
    if (columns) this.header = { names: columns, linesLeft: HANDED_ON_LINES };
  }

  /** Names of the columns of lines without labels, where they are known. */
  get columns(): readonly string[] | undefined {
    return this.list?.names ?? this.header?.names;
  }

  plan(verdict: LineVerdict, line: PlannedLine): Outcome {
    if (this.header && verdict.kind !== 'header' && --this.header.linesLeft < 0) this.header = undefined;
    switch (verdict.kind) {
      case 'text': {
        if (line.text !== '') this.admission.interrupt();
        this.inPredictions = verdict.scoresFollow === true;
        if (verdict.timings) this.planNamed(verdict.timings, 'predictions', line, undefined);
        const miss = verdict.nearMiss;
        return miss && this.table.get(miss.label)
          ? { kind: 'rejected', reason: miss.reason }
          : { kind: 'text' };
      }
      case 'reject':
        this.admission.interrupt();
        return { kind: 'rejected', reason: verdict.reason };
      case 'header':
        this.header = { names: verdict.names, linesLeft: HEADER_LINES };
        return { kind: 'header' };
      case 'data':
        return this.planData(verdict, line);
    }
  }

  /** The connection was lost: half a change of columns is none. */
  interrupt(): void {
    this.admission.clear();
    this.change.clear();
    this.inPredictions = false;
    for (const stream of this.streams.values()) stream.reconnected();
  }

  private planData({ sample, dialect, logMs }: DataLine, line: PlannedLine): Outcome {
    switch (sample.shape) {
      case 'list':
        this.inPredictions = false;
        return this.planList({ line, values: sample.values, logMs, dialect });
      case 'named':
        return this.planNamed(sample, dialect, line, logMs);
      case 'series':
        return this.planSeries(sample, line);
    }
  }

  private planList(row: Row): Outcome {
    const columns = row.values.length;
    const header = this.header?.names.length === columns ? this.header.names : undefined;
    if (header) this.header = undefined;
    if (!this.list) {
      const names = header ?? this.waitingNames(columns);
      this.heldNames = { columns, names };
      const rows = this.admit(`list ${columns}`, row);
      if (!rows) return { kind: 'waiting' };
      return this.writeAll(this.startList(names, rows), rows);
    }
    if (this.list.names.length === columns) {
      this.change.settle(false, this.list.names);
      if (header && !sameNames(header, this.list.names)) this.renameList(header, row);
      return this.writeAll(this.list.stream, [row]);
    }
    const names = header ?? numbered(columns);
    const shape = { shape: `list ${columns}`, labelled: false, names };
    const needed = header === undefined ? CHANGE_LINES : 1;
    const rows = this.change.offer(shape, row, needed, this.list.names);
    if (!rows) return { kind: 'waiting' };
    this.sink.columnsChanged(rows[0]?.line.arrivalMs ?? row.line.arrivalMs);
    return this.writeAll(this.startList(names, rows), rows);
  }

  /** The header may have come before the first of the lines that wait. */
  private waitingNames(columns: number): readonly string[] {
    return this.heldNames?.columns === columns ? this.heldNames.names : numbered(columns);
  }

  private planNamed(
    sample: NamedSample,
    dialect: DialectName,
    line: PlannedLine,
    logMs: number | undefined,
  ): Outcome {
    const { names, values } = sample;
    if (names.length === 0) return { kind: 'text' };
    if (dialect === 'pairs' && !line.text.startsWith(' ')) this.inPredictions = false;
    const shape = `named ${names.join('\u0000')}`;
    const row: Row = { line, values, logMs, dialect };
    const known = this.streams.get(shape);
    const fill = dialect === 'badlogic' ? 'last' : 'gap';
    if (known) {
      this.change.settle(true, names);
      this.write(known, row, fill, names.length === 1);
      return this.outcomeOf(known);
    }
    const atOnce =
      !this.mustWait || AT_ONCE.has(dialect) || (this.inPredictions && line.text.startsWith(' '));
    const isOdd = !atOnce && names.some((name) => this.table.get(name) !== undefined);
    const rows = atOnce
      ? [row]
      : isOdd
        ? this.change.offer({ shape, labelled: true, names }, row, CHANGE_LINES, this.sharing(names))
        : this.admit(shape, row);
    if (!rows) return { kind: 'waiting' };
    if (isOdd) this.sink.columnsChanged(rows[0]?.line.arrivalMs ?? line.arrivalMs);
    const stream = this.open(
      shape,
      names,
      rows,
      names.map((_, index) => this.traits(sample, index)),
    );
    for (const held of rows) this.write(stream, held, fill, names.length === 1);
    this.sink.promoted(rows.length - 1);
    return this.outcomeOf(stream);
  }

  private planSeries(sample: SeriesSample, line: PlannedLine): Outcome {
    this.inPredictions = false;
    const isText = sample.flags.includes('t');
    const shape = `series ${isText ? 'text' : sample.xs ? 'xy' : ''} ${sample.name}`;
    const traits: SeriesTraits = {
      ...(sample.unit === undefined ? {} : { unit: sample.unit }),
      ...(sample.widget === undefined ? {} : { widget: sample.widget }),
      hidden: sample.flags.includes('np'),
    };
    let stream = this.streams.get(shape);
    if (!stream) {
      const layout = isText
        ? this.table.layoutText(sample.name)
        : sample.xs
          ? this.table.layoutXy(sample.name, traits)
          : this.table.layout([sample.name], [traits]);
      stream = new RowStream({ names: [sample.name], timeColumn: -1, timeUnitMs: undefined }, layout);
      this.remember(shape, stream);
    }
    if (sample.flags.includes('clr')) {
      this.writer.flush();
      this.table.clear(sample.name);
    }
    for (const row of seriesRows(sample, stream, line.arrivalMs)) this.writer.plan(row);
    return this.outcomeOf(stream);
  }

  private traits(sample: NamedSample, index: number): SeriesTraits {
    const unit = sample.units?.[index];
    return {
      ...(unit ? { unit } : {}),
      ...(this.inPredictions && !sample.units ? { role: 'classScore' } : {}),
    };
  }

  private outcomeOf(stream: RowStream): Outcome {
    const { capped, parts } = stream.layout;
    const [label] = capped;
    if (label === undefined || parts.length > 0) return { kind: 'plotted' };
    return { kind: 'rejected', reason: sentence('stream.seriesCapped', { limit: MAX_SERIES, label }) };
  }

  /** The labels of the latest shape that shares one with these. */
  private sharing(names: readonly string[]): readonly string[] {
    const shapes = [...this.streams.values()].map((stream) => stream.shape.names);
    return shapes.reverse().find((known) => names.some((name) => known.includes(name))) ?? [];
  }

  private admit(shape: string, row: Row): readonly Row[] | undefined {
    return this.mustWait ? this.admission.offer(shape, row, row.line.arrivalMs) : [row];
  }

  private startList(names: readonly string[], rows: readonly Row[]): RowStream {
    this.heldNames = undefined;
    const stream = this.open(`list ${names.join('\u0000')}`, names, rows, []);
    this.list = { names, stream };
    return stream;
  }

  /** A header with as many names in mid-stream gives the columns other names; else it starts a segment. */
  private renameList(header: readonly string[], row: Row): void {
    if (!this.list) return;
    const { names, stream } = this.list;
    this.writer.flush();
    const isTaken = header.some((name) => this.table.get(name) !== undefined);
    if (isTaken || stream.shape.timeColumn >= 0 || rowShape(header, [row.values]).timeColumn >= 0) {
      this.sink.columnsChanged(row.line.arrivalMs);
      this.startList(header, [row]);
      return;
    }
    for (const [index, name] of names.entries()) this.table.rename(name, header[index] ?? name);
    stream.shape = { ...stream.shape, names: header };
    this.streams.delete(`list ${names.join('\u0000')}`);
    this.remember(`list ${header.join('\u0000')}`, stream);
    this.list = { names: header, stream };
  }

  private writeAll(stream: RowStream, rows: readonly Row[]): Outcome {
    for (const row of rows) this.write(stream, row, 'gap', false);
    this.sink.promoted(rows.length - 1);
    return { kind: 'plotted' };
  }

  private open(
    shape: string,
    names: readonly string[],
    rows: readonly Row[],
    traits: readonly SeriesTraits[],
  ): RowStream {
    const known = this.streams.get(shape);
    if (known) return known;
    const columns = rowShape(
      names,
      rows.map((row) => row.values),
    );
    const kept = traits.filter((_, index) => index !== columns.timeColumn);
    const stream = new RowStream(columns, this.table.layout(columns.names, kept));
    this.remember(shape, stream);
    return stream;
  }

  private remember(shape: string, stream: RowStream): void {
    if (this.streams.size < MAX_STREAMS) this.streams.set(shape, stream);
  }

  private write(stream: RowStream, row: Row, fill: 'gap' | 'last', partOfFrame: boolean): void {
    const { timeColumn } = stream.shape;
    const raw = timeColumn < 0 ? undefined : (row.values[timeColumn] ?? undefined);
    this.writer.plan({
      stream,
      values: timeColumn < 0 ? row.values : row.values.filter((_, index) => index !== timeColumn),
      arrivalMs: row.line.arrivalMs,
      ...(raw === undefined ? {} : { deviceRaw: raw }),
      ...(row.logMs === undefined || raw !== undefined ? {} : { stamp: { ms: row.logMs, source: 'log' } }),
      fill,
      partOfFrame,
    });
  }
}

function numbered(columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, index) => `value ${index + 1}`);
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.every((name, index) => name === right[index]);
}
