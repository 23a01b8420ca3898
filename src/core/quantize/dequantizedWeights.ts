import type { Model, Subgraph, Tensor } from '../tflite/model';

/**
 * A size-optimised ("hybrid") model with its int8 weights as the floats that they stand for, so that it can be computed
 * and compared. Runtimes that take hybrid files (TensorFlow Lite Micro does not) also round values to 8 bits on the way,
 * which this leaves out. A model without int8 weights is returned as it is.
 */
export function dequantizedWeights(model: Model): Model {
  const buffers: Uint8Array[] = [...model.buffers];
  const asFloat = (tensor: Tensor): Tensor => {
    const codes = buffers[tensor.buffer];
    const scales = tensor.quantization?.scale;
    if (tensor.type !== 'INT8' || !codes?.length || !scales?.length) return tensor;
    const perScale = codes.length / scales.length;
    const values = Float32Array.from(
      new Int8Array(codes),
      (code, i) => code * (scales[Math.floor(i / perScale)] ?? 0),
    );
    const buffer = buffers.push(new Uint8Array(values.buffer)) - 1;
    const { name, shape, isVariable } = tensor;
    return { name, type: 'FLOAT32', shape, buffer, isVariable };
  };
  const subgraphs = model.subgraphs.map((subgraph): Subgraph => {
    const isHybrid = subgraph.inputs.every((index) => subgraph.tensors[index]?.type === 'FLOAT32');
    return isHybrid ? { ...subgraph, tensors: subgraph.tensors.map(asFloat) } : subgraph;
  });
  return buffers.length === model.buffers.length ? model : { ...model, subgraphs, buffers };
}
