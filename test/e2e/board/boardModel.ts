/**
 * What the emulated board computes, and what it must print. The board has its own arithmetic, written in C for this test,
 * its own processor and its own C library's `printf`: what they print is compared with `data.csv` as the product writes it.
 */
import { dataCsv } from '../../../src/core/firmware/dataCsv';
import { deviceCurve } from '../../../src/core/firmware/programLoop';
import { floatModel } from '../../../src/core/quantize/floatModel';
import { int8Model } from '../../../src/core/quantize/int8Model';
import type { Model, Quantization, Subgraph } from '../../../src/core/tflite/model';
import { trainedSine } from '../../judges/tflmModels';

export interface BoardModel {
  /** The text of `model.h`: sizes, weights and scales. */
  readonly header: string;
  /** The 1000 lines of `data.csv`. */
  readonly lines: readonly string[];
}

export async function boardModel(): Promise<BoardModel> {
  const { description, weights, inputs } = await trainedSine(600);
  const model = int8Model(floatModel(description, weights), [inputs], { dense: 'per-tensor' });
  return { header: headerOf(model), lines: dataCsv(deviceCurve(model)).trimEnd().split('\n') };
}

function headerOf(model: Model): string {
  const [subgraph] = model.subgraphs;
  if (!subgraph) throw new Error('The model has no graph.');
  const layers = subgraph.operators.map((_, index) => layerOf(model, subgraph, index));
  return `/* The sine model, trained and quantized to int8: what its file holds. */
#ifndef MODEL_H
#define MODEL_H

#include "denseLayer.h"

${layers.map(({ arrays }) => arrays).join('\n')}
#define LAYERS ${String(layers.length)}
static const DenseLayer layers[LAYERS] = {
${layers.map(({ entry }) => `    ${entry},`).join('\n')}
};

#endif
`;
}

function layerOf(
  { buffers }: Model,
  { operators, tensors }: Subgraph,
  index: number,
): { readonly arrays: string; readonly entry: string } {
  const operator = operators[index];
  if (operator?.name !== 'FULLY_CONNECTED') throw new Error('The board computes dense layers only.');
  const [input, weights, bias] = operator.inputs.map((at) => tensors[at]);
  const output = tensors[operator.outputs[0] ?? -1];
  if (!input || !weights || !bias || !output)
    throw new Error('A dense layer has three inputs and an output.');
  const [units = 0, depth = 0] = weights.shape;
  const bytesOf = (buffer: number): DataView => {
    const { buffer: memory, byteOffset, byteLength } = buffers[buffer] ?? new Uint8Array();
    return new DataView(memory, byteOffset, byteLength);
  };
  const [weightBytes, biasBytes] = [bytesOf(weights.buffer), bytesOf(bias.buffer)];
  const codes = Array.from({ length: units * depth }, (_, at) => weightBytes.getInt8(at));
  const biases = Array.from({ length: units }, (_, at) => biasBytes.getInt32(at * 4, true));
  const name = String(index);
  const [from, of, to] = [input.quantization, weights.quantization, output.quantization];
  const hasRelu = operator.options?.values.fused_activation_function === 'RELU';
  const zeroPoint = zeroPointOf(to);
  const entry = [
    ...[depth, units, `weights_${name}`, `biases_${name}`],
    ...[from, of, to].map((quantization) => cFloat(quantization?.scale[0] ?? NaN)),
    ...[zeroPointOf(from), zeroPoint, hasRelu ? zeroPoint : -128],
  ];
  return {
    arrays: `static const int8_t weights_${name}[] = {${codes.join(', ')}};
static const int32_t biases_${name}[] = {${biases.join(', ')}};
`,
    entry: `{${entry.join(', ')}}`,
  };
}

function zeroPointOf(quantization: Quantization | undefined): number {
  return quantization?.zeroPoint[0] ?? NaN;
}

/** Nine digits name every float32. */
function cFloat(value: number): string {
  return `${value.toExponential(8)}f`;
}
