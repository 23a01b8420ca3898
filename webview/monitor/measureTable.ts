/** Figures under the plot: statistics of what is visible, and what lies between the two cursors. */
import type { SeriesStatistics, StreamQueries } from '../../src/protocol/streamWorker';
import { element } from '../shared/element';
import { table } from '../shared/ui';
import type { Words } from '../shared/words';

type ValuesAt = StreamQueries['valuesAt']['result'];

export function statisticsTable(words: Words, statistics: readonly SeriesStatistics[]): HTMLElement {
  const number = (title: string) => ({ title, kind: 'number' as const });
  return table({
    label: words.t('monitor.statistics'),
    columns: [
      { title: words.t('monitor.series'), kind: 'text' },
      number(words.t('monitor.minimum')),
      number(words.t('monitor.maximum')),
      number(words.t('monitor.mean')),
      number(words.t('monitor.deviation')),
      number(words.t('monitor.values')),
      number(words.t('monitor.gaps')),
    ],
    rows: statistics.map(({ name, minimum, maximum, mean, standardDeviation, count, gaps }) => [
      name,
      ...[minimum, maximum, meanOf(mean, minimum, maximum), standardDeviation].map((value) =>
        measured(words, value),
      ),
      words.number(count),
      words.number(gaps),
    ]),
  });
}

/** @param times seconds of the cursors A and B */
export function cursorTable(
  words: Words,
  times: readonly [number, number],
  atA: ValuesAt,
  atB: ValuesAt,
): HTMLElement {
  const [a, b] = times;
  const deltaS = b - a;
  const frequency = deltaS === 0 ? Number.NaN : 1 / Math.abs(deltaS);
  const head = words.t('monitor.cursorDistance', {
    delta: measured(words, deltaS),
    frequency: measured(words, frequency),
  });
  const valueIn = (list: ValuesAt, name: string): number =>
    list.find((one) => one.name === name)?.value ?? Number.NaN;
  return element(
    'div',
    {},
    element('p', { class: 'distance' }, head),
    table({
      label: words.t('monitor.cursors'),
      columns: [
        { title: words.t('monitor.series'), kind: 'text' },
        { title: 'A', kind: 'number' },
        { title: 'B', kind: 'number' },
        { title: 'Δy', kind: 'number' },
      ],
      rows: atB.map(({ name, value }) => {
        const before = valueIn(atA, name);
        return [name, ...[before, value, value - before].map((one) => measured(words, one))];
      }),
    }),
  );
}

/** A mean that is nothing but the rounding of its sum is shown as 0. */
function meanOf(mean: number, minimum: number, maximum: number): number {
  return Math.abs(mean) < 1e-12 * Math.max(Math.abs(minimum), Math.abs(maximum)) ? 0 : mean;
}

function measured(words: Words, value: number): string {
  return Number.isFinite(value) ? words.measure(value) : '–';
}
