/**
 * The tutorial's size optimisation ("dynamic range"): large weights become int8, everything else stays float. Small
 * weights are left alone without a word by the TensorFlow converter, so this says which ones were really quantized.
 * Source of the rules: google-ai-edge/LiteRT, `tflite/converter/quantization/common/quantization_lib/
 * quantization_config.h` (minimum_elements_for_weights) and `tflite/converter/tools/versioning/op_version.cc`.
 */
import { problem } from '../problem';
import type { Model, Operator, Subgraph, Tensor } from '../tflite/model';
import { quantizeWeights } from './affine';
import { denseConstants } from './denseConstants';

/** Weights of fewer elements stay float. */
export const dynamicRangeMinimumElements = 1024;

export interface DynamicRangeResult {
  readonly model: Model;
  /** Indices of all weight tensors, in the order of the operators. */
  readonly weightTensors: readonly number[];
  /** Those of them that are int8 now. If there are none, the model computes exactly what the float model does. */
  readonly quantizedTensors: readonly number[];
}

/** @throws Problem if an operator cannot be quantized */
export function dynamicRangeModel(float: Model): DynamicRangeResult {
  const [subgraph] = float.subgraphs;
  if (!subgraph) throw problem('runtime.noSubgraph');
  const tensors: Tensor[] = [...subgraph.tensors];
  const buffers: Uint8Array[] = [...float.buffers];
  const weightTensors = new Set<number>();
  const quantizedTensors = new Set<number>();

  const operators = subgraph.operators.map((operator, index): Operator => {
    const { weights, units } = denseConstants(float, subgraph, operator, index);
    const weightsIndex = operator.inputs[1] ?? -1;
    const tensor = subgraph.tensors[weightsIndex];
    weightTensors.add(weightsIndex);
    if (!tensor || weights.length < dynamicRangeMinimumElements) return operator;

    const { scales, codes } = quantizeWeights(weights, units);
    const zeroPoint = Array.from(scales, () => 0);
    const buffer = buffers.push(new Uint8Array(codes.buffer.slice(0))) - 1;
    tensors[weightsIndex] = {
      ...tensor,
      type: 'INT8',
      buffer,
      quantization: { scale: scales, zeroPoint, quantizedDimension: 0 },
    };
    quantizedTensors.add(weightsIndex);
    const values = { ...operator.options?.values, asymmetric_quantize_inputs: true };
    return { ...operator, version: 12, options: { table: 'FullyConnectedOptions', values } };
  });

  const model = withoutUnusedBuffers({ ...float, subgraphs: [{ ...subgraph, tensors, operators }], buffers });
  return { model, weightTensors: [...weightTensors], quantizedTensors: [...quantizedTensors] };
}

/** The float weights that int8 ones have replaced must not stay in the file. */
function withoutUnusedBuffers(model: Model): Model {
  const used = new Set([0, ...model.metadata.map((entry) => entry.buffer)]);
  for (const subgraph of model.subgraphs) for (const tensor of subgraph.tensors) used.add(tensor.buffer);
  const kept = [...used].sort((a, b) => a - b);
  const newIndex = new Map(kept.map((buffer, index) => [buffer, index]));
  const renumber = <T extends { readonly buffer: number }>(item: T): T => ({
    ...item,
    buffer: newIndex.get(item.buffer) ?? 0,
  });
  const subgraphs = model.subgraphs.map((subgraph): Subgraph => ({
    ...subgraph,
    tensors: subgraph.tensors.map(renumber),
  }));
  const buffers = kept.map((buffer) => model.buffers[buffer] ?? new Uint8Array(0));
  return { ...model, subgraphs, buffers, metadata: model.metadata.map(renumber) };
}
