/** What the converted files cost and gain against the float one, computed from what they answered on the test split. */
import type { RunConverted, RunData } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { highest, lowest } from './findings';

/** Rounding alone makes no such difference where inputs have like ranges. */
const muchWorse = 2;
/** Less than this share is no difference to anybody. */
const noDifference = 0.05;
const int8Steps = 255;

export function convertedFindings(data: RunData, converted: readonly RunConverted[]): Sentence[] {
  const float = converted.find(({ kind }) => kind === 'float');
  const quantized = converted.find(({ kind }) => kind === 'quantized');
  const int8 = converted.find(({ kind }) => kind === 'int8');
  return [
    ...(float && quantized ? [sizeOptimised(float, quantized)] : []),
    ...(float && int8 ? [int8Error(data, float, int8), int8Size(float, int8)] : []),
  ];
}

/** The tutorial calls this file quantized. Where it is not, it answers the same, bit for bit. */
function sizeOptimised(float: RunConverted, quantized: RunConverted): Sentence {
  const count = float.predictions.length;
  const difference = highest(
    float.predictions.map((value, index) => Math.abs(value - (quantized.predictions[index] ?? NaN))),
  );
  const facts = { count, bytes: quantized.bytes, float: float.bytes };
  return difference === 0
    ? sentence('report.quantizedSame', facts)
    : sentence('report.quantizedDiffers', { ...facts, difference });
}

function int8Error(data: RunData, float: RunConverted, int8: RunConverted): Sentence {
  const ratio = int8.testMse === float.testMse ? 1 : int8.testMse / float.testMse;
  const facts = { float: float.testMse, int8: int8.testMse };
  const cramped = ratio > muchWorse ? crampedColumn(data) : undefined;
  if (cramped) return sentence('report.int8Worse', { ...facts, ...cramped });
  const percent = Math.round(100 * Math.abs(ratio - 1));
  if (ratio > 1 + noDifference) return sentence('report.int8Costs', { ...facts, percent });
  if (ratio < 1 - noDifference) return sentence('report.int8Better', { ...facts, percent });
  return sentence('report.int8Same', facts);
}

function int8Size(float: RunConverted, int8: RunConverted): Sentence {
  const percent = Math.round(100 * Math.abs(1 - int8.bytes / float.bytes));
  const facts = { float: float.bytes, int8: int8.bytes, percent };
  return int8.bytes < float.bytes
    ? sentence('report.int8Smaller', facts)
    : sentence('report.int8NotSmaller', facts);
}

/** All inputs share one scale: which column gets the fewest steps of it. Undefined where there is one input. */
function crampedColumn({ table }: RunData): { readonly column: string; readonly steps: number } | undefined {
  const width = table?.inputNames.length ?? 1;
  if (!table || width < 2) return undefined;
  const columns = table.inputNames.map((name, column) => {
    const values = table.inputs.filter((_, at) => at % width === column);
    return { name, low: lowest(values), high: highest(values) };
  });
  // An int8 scale covers 0 too.
  const span =
    Math.max(0, ...columns.map(({ high }) => high)) - Math.min(0, ...columns.map(({ low }) => low));
  const spanOf = ({ low, high }: { readonly low: number; readonly high: number }): number => high - low;
  const narrowest = columns.reduce((a, b) => (spanOf(b) < spanOf(a) ? b : a));
  return {
    column: narrowest.name,
    steps: Math.max(1, Math.round((spanOf(narrowest) / span) * int8Steps)),
  };
}
