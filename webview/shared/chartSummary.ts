/** A chart in words, computed from what it shows: for those who do not see it. */
import type { Words } from './words';
import type { XySeries } from './xyChart';

export interface SeriesFacts {
  /** Finite values. */
  readonly count: number;
  readonly first: number;
  readonly last: number;
  readonly lowest: number;
  readonly highest: number;
}

export function seriesFacts(y: ArrayLike<number>): SeriesFacts {
  let count = 0;
  let first = NaN;
  let last = NaN;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let index = 0; index < y.length; index++) {
    const value = y[index]!;
    if (!Number.isFinite(value)) continue;
    if (count === 0) first = value;
    count++;
    last = value;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return { count, first, last, lowest, highest };
}

export function chartSummary(
  words: Words,
  title: string,
  axes: { readonly x: string; readonly y: string },
  series: readonly XySeries[],
): string {
  const parts = series.map(({ name, draw, y }) => {
    const { count, first, last, lowest, highest } = seriesFacts(y);
    if (count === 0) return words.t('charts.summary.none', { name });
    if (draw === 'points') return words.t('charts.summary.points', { name, count, lowest, highest });
    return words.t('charts.summary.line', { name, count, first, last, lowest, highest });
  });
  return [words.t('charts.summary.chart', { title, x: axes.x, y: axes.y }), ...parts].join(' ');
}
