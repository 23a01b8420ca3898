import type {
  Model,
  Operator,
  Quantization,
  Subgraph,
  Tensor,
  TensorType,
} from '../../../src/core/tflite/model';

export interface TensorSketch {
  readonly type?: TensorType;
  readonly shape?: readonly number[];
  readonly scale?: readonly number[];
  readonly zeroPoint?: readonly number[];
  readonly dimension?: number;
  readonly bytes?: Uint8Array;
}

export interface OperatorSketch {
  readonly name: string;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly more?: Partial<Operator>;
}

function quantization({ scale, zeroPoint, dimension = 0 }: TensorSketch): { quantization?: Quantization } {
  if (!scale) return {};
  return {
    quantization: {
      scale: Float32Array.from(scale),
      zeroPoint: zeroPoint ?? scale.map(() => 0),
      quantizedDimension: dimension,
    },
  };
}

/** A model of one subgraph; constants get buffers of their own, all else the empty one. */
export function model(
  tensors: readonly TensorSketch[],
  operators: readonly OperatorSketch[],
  inputs: readonly number[] = [0],
  outputs: readonly number[] = [tensors.length - 1],
): Model {
  const buffers: Uint8Array[] = [new Uint8Array(0)];
  const made = tensors.map((sketch, index): Tensor => {
    if (sketch.bytes) buffers.push(sketch.bytes);
    return {
      name: `tensor_${index}`,
      type: sketch.type ?? 'INT8',
      shape: sketch.shape ?? [1, 4],
      buffer: sketch.bytes ? buffers.length - 1 : 0,
      isVariable: false,
      ...quantization(sketch),
    };
  });
  const subgraph: Subgraph = {
    name: 'main',
    tensors: made,
    inputs,
    outputs,
    operators: operators.map(({ name, inputs: from, outputs: to, more }) => ({
      name: name as Operator['name'],
      version: 1,
      inputs: from,
      outputs: to,
      ...more,
    })),
  };
  return { version: 3, description: '', subgraphs: [subgraph], buffers, metadata: [], signatures: [] };
}

const activation = { scale: [0.5], zeroPoint: [-1] };

/** Input 1×4 · weights 4×4 + bias 4 → output 1×4, in int8 with one scale; parts can be replaced. */
export function dense(
  replaced: { input?: TensorSketch; weights?: TensorSketch; bias?: TensorSketch; output?: TensorSketch } = {},
): Model {
  return model(
    [
      { ...activation, ...replaced.input },
      { shape: [4, 4], scale: [0.25], bytes: new Uint8Array(16).fill(3), ...replaced.weights },
      { type: 'INT32', shape: [4], scale: [0.125], bytes: new Uint8Array(16), ...replaced.bias },
      { ...activation, ...replaced.output },
    ],
    [{ name: 'FULLY_CONNECTED', inputs: [0, 1, 2], outputs: [3] }],
  );
}
