/** All numbers of a chart as a CSV file: one row per x where its series share their x, else one row per point. */
import { tableCsv, type Cell } from '../../src/core/inspect/table';
import { shortestFloat } from './shortestFloat';
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

/** Empty where there is no number. */
function cell(column: Column, row: number): Cell {
  const value = column[row] ?? NaN;
  if (Number.isNaN(value)) return '';
  return column instanceof Float32Array ? shortestFloat(value) : value;
}
