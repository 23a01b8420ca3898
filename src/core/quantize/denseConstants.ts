/** The float weights and bias of a FULLY_CONNECTED, checked to be there: what every kind of quantization starts from. */
import { problem } from '../problem';
import type { Model, Operator, Subgraph } from '../tflite/model';

export interface DenseConstants {
  /** [units, inputs], row-major. */
  readonly weights: Float32Array;
  readonly bias: Float32Array | undefined;
  readonly units: number;
  readonly inputs: number;
}

/** @throws Problem if the operator is another one or holds no float constants */
export function denseConstants(
  model: Model,
  subgraph: Subgraph,
  operator: Operator,
  index: number,
): DenseConstants {
  if (operator.name !== 'FULLY_CONNECTED') {
    throw problem('quantize.unsupportedOperator', { index, operator: operator.name });
  }
  const [, weightsIndex = -1, biasIndex = -1] = operator.inputs;
  const weights = floatConstant(model, subgraph, weightsIndex);
  const bias = floatConstant(model, subgraph, biasIndex);
  const [units = 0, inputs = 0] = subgraph.tensors[weightsIndex]?.shape ?? [];
  if (weights?.length !== units * inputs || (biasIndex !== -1 && bias?.length !== units)) {
    throw problem('quantize.notFloat', { index, operator: operator.name });
  }
  return { weights, bias, units, inputs };
}

function floatConstant(model: Model, subgraph: Subgraph, index: number): Float32Array | undefined {
  const tensor = subgraph.tensors[index];
  const bytes = model.buffers[tensor?.buffer ?? 0];
  if (tensor?.type !== 'FLOAT32' || !bytes || bytes.length === 0 || bytes.length % 4 !== 0) return undefined;
  // Copied, since nothing aligns the file's bytes.
  return new Float32Array(bytes.slice().buffer);
}
