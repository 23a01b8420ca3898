/** What several `.tflite` files predict for the test split of their project, side by side. */
import { evaluateErrors } from '../core/nn/losses';
import type { SampleSet } from '../core/nn/engine';
import { dequantizedWeights } from '../core/quantize/dequantizedWeights';
import { readModel } from '../core/tflite/read';
import { predictReal } from './predictReal';

export interface ComparedModel {
  /** What its column is called. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ComparedErrors {
  readonly name: string;
  readonly mse: number;
  readonly mae: number;
}

export interface Comparison {
  readonly models: readonly ComparedErrors[];
  /** Columns: the first input, the actual target, one for each model; rows in the order of the first input. */
  readonly csv: string;
}

/** @throws Problem where a model cannot be computed or is no sound file */
export async function comparePredictions(
  models: readonly ComparedModel[],
  test: SampleSet,
  names: { readonly input: string; readonly target: string },
  pause: () => Promise<void>,
): Promise<Comparison> {
  const columns: Float32Array[] = [];
  const errors: ComparedErrors[] = [];
  for (const { name, bytes } of models) {
    const predictions = await predictReal(dequantizedWeights(readModel(bytes)), test.inputs, pause);
    columns.push(predictions);
    errors.push({ name, ...evaluateErrors(predictions, test.targets) });
    await pause();
  }
  const width = test.inputs.length / test.samples;
  const x = (row: number): number => test.inputs[row * width] ?? NaN;
  const order = Array.from({ length: test.samples }, (_, row) => row).sort((a, b) => x(a) - x(b));
  const header = [names.input, names.target, ...models.map(({ name }) => name)].map(field).join(',');
  const rows = order.map((row) =>
    [x(row), test.targets[row], ...columns.map((column) => column[row])].join(','),
  );
  return { models: errors, csv: `${[header, ...rows].join('\n')}\n` };
}

/** Quoted as in RFC 4180 where that is needed. */
function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
