/** A chart in words, computed from what it shows: for those who do not see it. */
import type { Words } from './words';
import type { Column, XySeries } from './xySeries';

export interface SeriesFacts {
  /** Finite values. */
  readonly count: number;
  readonly first: number;
  readonly last: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Columns do not change once they are shown, and a chart of a million rows is redrawn while it is zoomed. */
const known = new WeakMap<Column, SeriesFacts>();

export function seriesFacts(y: Column): SeriesFacts {
  let facts = known.get(y);
  if (!facts) {
    facts = findFacts(y);
    known.set(y, facts);
  }
  return facts;
}

function findFacts(y: Column): SeriesFacts {
  let count = 0;
  let first = NaN;
  let last = NaN;
  let lowest = Infinity;
  let highest = -Infinity;
  for (const value of y) {
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
