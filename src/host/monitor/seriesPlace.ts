/** How a series is looked for in the source: by its label, or by how many bare values its lines have. */
import type { Series } from '../../core/stream/seriesTable';

/** What the reader calls the values of a line without labels: `value 1`, `value 2`. */
const unlabelledName = /^value \d+$/;

/** Undefined for a series with a label of its own. */
export function unlabelledCount(series: readonly Series[], name: string): number | undefined {
  if (!unlabelledName.test(name)) return undefined;
  const group = series.find((one) => one.name === name)?.group;
  return series.filter((one) => one.group === group).length;
}
