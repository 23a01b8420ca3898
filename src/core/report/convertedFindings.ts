/** What the converted files cost and gain against the float one, computed from what they answered on the test split. */
import type { RunConverted, RunData } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { highest, lowest } from './findings';

/** Rounding alone makes no such difference where inputs have like ranges. */
const muchWorse = 2;
/** A column with no more of the 256 is rounded coarsely. */
const fewSteps = 64;
/** Beyond it nobody thinks in percent. */
const mostPercent = 1000;
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
  // Not by the answers: those of a network that died are the same whatever was quantized.
  return quantized.note.id === 'quantize.noteNothing'
    ? sentence('report.quantizedSame', facts)
    : sentence('report.quantizedDiffers', { ...facts, difference });
}

function int8Error(data: RunData, float: RunConverted, int8: RunConverted): Sentence {
  const ratio = int8.testMse === float.testMse ? 1 : int8.testMse / float.testMse;
  const facts = { float: float.testMse, int8: int8.testMse };
  const cramped = ratio > muchWorse ? crampedColumn(data) : undefined;
  if (cramped) return sentence('report.int8Worse', { ...facts, ...cramped });
  const percent = Math.round(100 * Math.abs(ratio - 1));
  if (percent > mostPercent) return sentence('report.int8CostsMuch', facts);
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

/** All inputs share one scale: which column gets the fewest steps of it. Undefined where each gets many. */
function crampedColumn({ table }: RunData): { readonly column: string; readonly steps: number } | undefined {
  const width = table?.inputNames.length ?? 1;
  if (!table || width < 2) return undefined;
  const columns = table.inputNames.map((name, column) => {
    const values = table.inputs.filter((_, at) => at % width === column);
    return { name, low: lowest(values), high: highest(values) };
  });
  // A column of one value tells a network nothing, however finely it is written.
  const varied = columns.filter(({ low, high }) => high > low);
  if (varied.length === 0) return undefined;
  // An int8 scale covers 0 too.
  const span =
    Math.max(0, ...columns.map(({ high }) => high)) - Math.min(0, ...columns.map(({ low }) => low));
  const spanOf = ({ low, high }: { readonly low: number; readonly high: number }): number => high - low;
  const narrowest = varied.reduce((a, b) => (spanOf(b) < spanOf(a) ? b : a));
  const steps = Math.max(1, Math.round((spanOf(narrowest) / span) * int8Steps));
  return steps > fewSteps ? undefined : { column: narrowest.name, steps };
}
