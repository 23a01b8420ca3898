/** All numbers of a chart as a CSV file: one row per x where its series share their x, else one row per point. */
import { joinedBytes } from '../../src/core/data/joinedBytes';
import { csvRows, type Cell } from '../../src/core/inspect/table';
import { shortestFloat } from './shortestFloat';
import type { Column, XySeries } from './xySeries';

export interface ChartCsvOptions {
  readonly xAxis: string;
  readonly yAxis: string;
  /** Title of the column that names the series, where there is one. */
  readonly seriesTitle: string;
}

/** A million rows at once would be millions of objects. */
const rowsPerPiece = 16_384;

export function chartCsv(series: readonly XySeries[], options: ChartCsvOptions): Uint8Array {
  const { xAxis, yAxis, seriesTitle } = options;
  const x = series[0]?.x ?? [];
  if (series.every((one) => one.x === x)) {
    const head = [xAxis, ...series.map(({ name }) => name)];
    const rowAt = (row: number): Cell[] => [cell(x, row), ...series.map(({ y }) => cell(y, row))];
    return joinedBytes([encoded([head]), ...pieces(x.length, rowAt)]);
  }
  const head = [seriesTitle, xAxis, yAxis];
  const points = series.flatMap((one) =>
    pieces(one.x.length, (row) => [one.name, cell(one.x, row), cell(one.y, row)]),
  );
  return joinedBytes([encoded([head]), ...points]);
}

function pieces(rows: number, rowAt: (row: number) => readonly Cell[]): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(rows / rowsPerPiece) }, (_, piece) => {
    const from = piece * rowsPerPiece;
    const count = Math.min(rowsPerPiece, rows - from);
    return encoded(Array.from({ length: count }, (_row, index) => rowAt(from + index)));
  });
}

function encoded(rows: readonly (readonly Cell[])[]): Uint8Array {
  return new TextEncoder().encode(csvRows(rows));
}

/** Empty where there is no number. */
function cell(column: Column, row: number): Cell {
  const value = column[row] ?? NaN;
  if (Number.isNaN(value)) return '';
  return column instanceof Float32Array ? shortestFloat(value) : value;
}
