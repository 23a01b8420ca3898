/** The points of one series, as Teleplot sends them, as rows to be written: each with its own stamp and its own x. */
import type { RowStream } from './rowStream';
import type { PlannedRow } from './rowWriter';
import type { SeriesSample } from './verdict';

export function seriesRows(
  sample: SeriesSample,
  stream: RowStream,
  arrivalMs: number,
): readonly PlannedRow[] {
  return sample.values.map((value, index) => {
    const stampS = sample.timesS?.[index];
    const x = sample.xs?.[index];
    return {
      stream,
      values: typeof value === 'string' ? [] : x === undefined ? [value] : [value, x],
      arrivalMs,
      ...(stampS === undefined ? {} : { stamp: { ms: stampS * 1000, source: 'teleplot' } }),
      fill: 'gap',
      ...(typeof value === 'string' ? { recorded: [value] } : {}),
      partOfFrame: true,
    };
  });
}
