import type { DenseWeights, ModelDescription, ModelWeights } from '../../../src/core/nn/model';
import { randomIntegers } from '../runtime/randomIntegers';

export interface SampleNetwork {
  readonly description: ModelDescription;
  readonly weights: ModelWeights;
  /** Inputs, one sample after the other. */
  readonly inputs: Float32Array;
}

/** A network of random weights in [−1, 1): hidden layers with relu, a linear last one. */
export function sampleNetwork(
  seed: number,
  inputSize: number,
  units: readonly number[],
  samples = 64,
): SampleNetwork {
  const random = randomIntegers(seed);
  const uniform = (): number => random() / 2 ** 31;
  const description: ModelDescription = {
    name: `network_${String(seed)}`,
    inputSize,
    layers: units.map((size, i) => ({
      type: 'dense',
      units: size,
      activation: i < units.length - 1 ? 'relu' : 'linear',
    })),
  };
  let before = inputSize;
  const weights = units.map((size): DenseWeights => {
    const kernel = Float32Array.from({ length: before * size }, uniform);
    const bias = Float32Array.from({ length: size }, uniform);
    before = size;
    return { kernel, bias };
  });
  const inputs = Float32Array.from({ length: samples * inputSize }, () => 3 * uniform());
  return { description, weights, inputs };
}

/** The network's outputs by its definition, in doubles: Keras's y = activation(x · kernel + bias). */
export function outputsByDefinition(
  { description, weights }: SampleNetwork,
  sample: readonly number[],
): number[] {
  return description.layers.reduce<readonly number[]>((values, layer, index) => {
    const { kernel, bias } = weights[index] ?? { kernel: new Float32Array(), bias: new Float32Array() };
    return Array.from({ length: layer.units }, (_, unit) => {
      const sum = values.reduce(
        (total, value, i) => total + value * (kernel[i * layer.units + unit] ?? NaN),
        0,
      );
      const value = sum + (bias[unit] ?? NaN);
      return layer.activation === 'relu' ? Math.max(0, value) : value;
    });
  }, sample) as number[];
}
