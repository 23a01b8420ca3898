/** Why an int8 file of several inputs may do much worse than the float one: all inputs share one scale. */
import type { RunConverted, RunData } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';

/** Rounding alone makes no such difference where inputs have like ranges. */
const muchWorse = 2;
const int8Steps = 255;

/** Nothing where int8 is as good as float, or where there is one input. */
export function int8Finding({ table }: RunData, converted: readonly RunConverted[]): Sentence[] {
  const float = converted.find(({ kind }) => kind === 'float');
  const int8 = converted.find(({ kind }) => kind === 'int8');
  if (!table || !float || !int8 || int8.testMse <= muchWorse * float.testMse) return [];
  const width = table.inputNames.length;
  if (width < 2) return [];
  const lows = table.inputNames.map(() => Infinity);
  const highs = table.inputNames.map(() => -Infinity);
  table.inputs.forEach((value, at) => {
    lows[at % width] = Math.min(lows[at % width] ?? value, value);
    highs[at % width] = Math.max(highs[at % width] ?? value, value);
  });
  // An int8 scale covers 0 too.
  const span = Math.max(0, ...highs) - Math.min(0, ...lows);
  const spans = highs.map((high, column) => high - (lows[column] ?? high));
  const narrowest = spans.indexOf(Math.min(...spans));
  const column = table.inputNames[narrowest] ?? '';
  const steps = Math.max(1, Math.round(((spans[narrowest] ?? 0) / span) * int8Steps));
  return [sentence('report.int8Worse', { float: float.testMse, int8: int8.testMse, column, steps })];
}
