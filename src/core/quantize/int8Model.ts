/** Full int8: weights, values, input and output; biases int32. What microcontrollers compute fastest. */
import { problem } from '../problem';
import type { Model, Operator, Quantization, Subgraph, Tensor } from '../tflite/model';
import { activationCode, biasScale, quantizeBias, quantizeWeights, smallestWeightScales } from './affine';
import { ConstantPool } from './constantPool';
import { denseConstants } from './denseConstants';
import { measureRanges, type Ranges } from './ranges';

/**
 * How many scales the weights of a dense layer get. One per tensor makes smaller files, and a board then needs less
 * memory; one per channel (neuron) follows weights of very different sizes more closely.
 */
export type DenseScales = 'per-tensor' | 'per-channel';

export interface Int8Options {
  readonly dense: DenseScales;
}

/**
 * @param float a float model of dense layers
 * @param representative samples to measure ranges with (see `measureRanges`)
 * @throws Problem if an operator cannot be quantized or the samples do not fit
 */
export function int8Model(
  float: Model,
  representative: readonly Float32Array[],
  options: Int8Options = { dense: 'per-tensor' },
): Model {
  const [subgraph] = float.subgraphs;
  if (!subgraph) throw problem('runtime.noSubgraph');
  // Before ranges are measured, so that the sentence is about quantizing and not about computing.
  const dense = subgraph.operators.map((operator, index) => denseConstants(float, subgraph, operator, index));
  const builder = new Int8Builder(subgraph, measureRanges(float, representative));
  const inputs = subgraph.inputs.map((index) => builder.activation(index));

  const operators = subgraph.operators.map((operator, index): Operator => {
    const { weights, bias, units, inputs: depth } = dense[index] ?? unreachable();
    const channels = options.dense === 'per-channel' ? units : 1;
    const input = builder.activation(operator.inputs[0] ?? -1);
    const inputScale = builder.scaleOf(input);
    const smallest = bias ? smallestWeightScales(bias, inputScale, channels) : [];
    const quantized = quantizeWeights(weights, channels, smallest);
    const operands = [input, builder.constant('INT8', [units, depth], quantized.codes, quantized.scales)];
    if (bias) {
      const scales = quantized.scales.map((weightScale) => biasScale(inputScale, weightScale));
      operands.push(builder.constant('INT32', [units], quantizeBias(bias, scales), scales));
    }
    const outputs = operator.outputs.map((output) => builder.activation(output));
    return { ...operator, version: 4, inputs: operands, outputs };
  });

  const outputs = subgraph.outputs.map((index) => builder.activation(index));
  const quantized: Subgraph = { name: subgraph.name, tensors: builder.tensors, inputs, outputs, operators };
  const { version, description } = float;
  return {
    version,
    description,
    subgraphs: [quantized],
    buffers: builder.buffers,
    metadata: [],
    signatures: [],
  };
}

/** Collects the tensors of the new model in the order in which its operators need them. */
class Int8Builder {
  readonly tensors: Tensor[] = [];
  private readonly constants = new ConstantPool();
  /** From an activation's index in the float model to its index in the new one. */
  private readonly activations = new Map<number, number>();

  constructor(
    private readonly float: Subgraph,
    private readonly ranges: Ranges,
  ) {}

  get buffers(): readonly Uint8Array[] {
    return this.constants.buffers;
  }

  activation(floatIndex: number): number {
    const known = this.activations.get(floatIndex);
    if (known !== undefined) return known;
    const tensor = this.float.tensors[floatIndex] ?? unreachable();
    const { scale, zeroPoint } = activationCode(this.ranges.get(floatIndex) ?? { minimum: 0, maximum: 0 });
    const quantization = { scale: Float32Array.of(scale), zeroPoint: [zeroPoint], quantizedDimension: 0 };
    const index = this.add({ ...tensor, type: 'INT8', buffer: 0, quantization });
    this.activations.set(floatIndex, index);
    return index;
  }

  constant(
    type: 'INT8' | 'INT32',
    shape: readonly number[],
    codes: Int8Array | Int32Array,
    scale: Float32Array,
  ): number {
    const zeroPoint = Array.from(scale, () => 0);
    const quantization: Quantization = { scale, zeroPoint, quantizedDimension: 0 };
    return this.add({
      name: '',
      type,
      shape,
      buffer: this.constants.add(codes),
      quantization,
      isVariable: false,
    });
  }

  scaleOf(index: number): number {
    return this.tensors[index]?.quantization?.scale[0] ?? unreachable();
  }

  private add(tensor: Tensor): number {
    return this.tensors.push(tensor) - 1;
  }
}

function unreachable(): never {
  throw new Error('A tensor that was checked before is missing');
}
