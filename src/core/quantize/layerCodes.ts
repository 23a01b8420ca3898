/** The codes of an int8 model's dense layers, as they stand in the file: what a layer table shows beside the floats. */
import { tensorCodes } from '../inspect/tensorValues';
import type { Model, Subgraph } from '../tflite/model';

export interface LayerCodes {
  /** [units, inputs], row-major. */
  readonly weights: Int8Array;
  /** One, or one for each unit; real weight = scale · code. */
  readonly weightScales: Float32Array;
  readonly bias: Int32Array;
  /** real bias = scale · code. */
  readonly biasScales: Float32Array;
}

/** One entry per FULLY_CONNECTED, in their order. Undefined where one of them is not int8 with an int32 bias. */
export function layerCodes(model: Model): readonly LayerCodes[] | undefined {
  const [subgraph] = model.subgraphs;
  const dense = subgraph?.operators.filter(({ name }) => name === 'FULLY_CONNECTED') ?? [];
  const layers = subgraph ? dense.map(({ inputs }) => codesOf(model, subgraph, inputs)) : [];
  return layers.every((layer) => layer !== undefined) ? layers : undefined;
}

function codesOf(
  model: Model,
  { tensors }: Subgraph,
  [, weightsIndex = -1, biasIndex = -1]: readonly number[],
): LayerCodes | undefined {
  const [weightsTensor, biasTensor] = [tensors[weightsIndex], tensors[biasIndex]];
  const weights = weightsTensor && tensorCodes(model, weightsTensor);
  const bias = biasTensor && tensorCodes(model, biasTensor);
  const weightScales = weightsTensor?.quantization?.scale;
  const biasScales = biasTensor?.quantization?.scale;
  if (!(weights instanceof Int8Array) || !(bias instanceof Int32Array) || !weightScales || !biasScales)
    return undefined;
  return { weights: weights.slice(), weightScales, bias, biasScales };
}
