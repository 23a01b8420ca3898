/** What several `.tflite` files predict for the test split of their project, side by side. */
import { evaluateErrors } from '../core/nn/losses';
import { dequantizedWeights } from '../core/quantize/dequantizedWeights';
import { readModel } from '../core/tflite/read';
import type { CompareRequest, Comparison } from '../protocol/stepWorker';
import { predictReal } from './predictReal';
import { projectData } from './projectData';

/** @throws Problem where a model cannot be computed or is no sound file */
export function comparePredictions({ models, source }: CompareRequest): Comparison {
  const { data, sets } = projectData(source);
  const { test } = sets;
  const columns = models.map(({ bytes }) => predictReal(dequantizedWeights(readModel(bytes)), test.inputs));
  const errors = models.map(({ name }, at) => ({ name, ...evaluateErrors(columns[at]!, test.targets) }));
  const width = test.inputs.length / test.samples;
  const x = (row: number): number => test.inputs[row * width] ?? NaN;
  const order = Array.from({ length: test.samples }, (_, row) => row).sort((a, b) => x(a) - x(b));
  const { inputNames: [input = 'x'] = [], targetName = 'y' } = data.table ?? {};
  const header = [input, targetName, ...models.map(({ name }) => name)].map(field).join(',');
  const rows = order.map((row) =>
    [x(row), test.targets[row], ...columns.map((column) => column[row])].join(','),
  );
  return { models: errors, samples: test.samples, csv: `${[header, ...rows].join('\n')}\n` };
}

/** Quoted as in RFC 4180 where that is needed. */
function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
