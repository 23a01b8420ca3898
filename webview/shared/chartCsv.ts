/** All numbers of a chart as a CSV file: one row per x where its series share their x, else one row per point. */
import { tableCsv, type Cell } from '../../src/core/inspect/table';
import type { Column, XySeries } from './xySeries';

export interface ChartCsvOptions {
  readonly xAxis: string;
  readonly yAxis: string;
  /** Title of the column that names the series, where there is one. */
  readonly seriesTitle: string;
}

export function chartCsv(series: readonly XySeries[], options: ChartCsvOptions): string {
  const { xAxis, yAxis, seriesTitle } = options;
  const x = series[0]?.x ?? [];
  if (series.every((one) => one.x === x)) {
    return tableCsv({
      head: [xAxis, ...series.map(({ name }) => name)],
      rows: Array.from({ length: x.length }, (_, row) => [
        cell(x, row),
        ...series.map(({ y }) => cell(y, row)),
      ]),
    });
  }
  return tableCsv({
    head: [seriesTitle, xAxis, yAxis],
    rows: series.flatMap((one) =>
      Array.from({ length: one.x.length }, (_, row): Cell[] => [
        one.name,
        cell(one.x, row),
        cell(one.y, row),
      ]),
    ),
  });
}

/** Empty where there is no number; a float32 with as many digits as it has, 0.1 and not 0.10000000149011612. */
function cell(column: Column, row: number): Cell {
  const value = column[row] ?? NaN;
  if (Number.isNaN(value)) return '';
  return column instanceof Float32Array ? shortest(value) : value;
}

/** Nine digits tell any two float32 apart; most need fewer (IEEE 754-2019, 5.12.2). */
function shortest(value: number): number {
  for (const digits of [6, 7, 8]) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}
