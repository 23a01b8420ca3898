/** The neurons of a network of one input, one by one: where each bends, and what it adds to the curve. */
import { weightViews } from './flatWeights';
import { parameterCount, type Activation, type ModelDescription } from './model';

export interface HiddenNeuron {
  /** Hidden layer, 1-based. */
  readonly layer: number;
  /** 1-based within its layer. */
  readonly neuron: number;
  /** The x at which its ReLU starts or ends, as far as they lie within the given x; exact in the first layer. */
  readonly bends: readonly number[];
  /** Its output times its weight, at each x. Only of the last hidden layer, whose contributions and the last bias sum to the curve. */
  readonly contribution?: Float64Array;
}

/**
 * @param parameters as `flatWeights` lays them out
 * @param x ascending
 * @returns layer after layer; nothing where a sample has several inputs or nothing is hidden. Throws a RangeError where
 * the parameters are not as many as the model has.
 */
export function hiddenNeurons(
  model: ModelDescription,
  parameters: Float32Array,
  x: ArrayLike<number>,
): HiddenNeuron[] {
  if (parameters.length !== parameterCount(model)) {
    throw new RangeError(`${model.name} does not have ${String(parameters.length)} parameters.`);
  }
  if (model.inputSize !== 1) return [];
  const weights = weightViews(model, parameters);
  const output = weights.at(-1);
  const hidden = model.layers.slice(0, -1);
  let below: readonly Float64Array[] = [Float64Array.from(x)];
  return hidden.flatMap(({ units, activation }, at) => {
    const { kernel, bias } = weights[at]!;
    const sums = Array.from({ length: units }, (_, unit) => weightedSum(below, kernel, bias, unit, units));
    below = sums.map((sum) => activated(sum, activation));
    const isLast = at === hidden.length - 1;
    return sums.map((sum, unit): HiddenNeuron => {
      const bends = activation === 'relu' ? zeroCrossings(x, sum) : [];
      const place = { layer: at + 1, neuron: unit + 1, bends };
      if (!isLast) return place;
      const weight = output?.kernel[unit] ?? NaN;
      return { ...place, contribution: below[unit]!.map((value) => value * weight) };
    });
  });
}

function weightedSum(
  below: readonly Float64Array[],
  kernel: Float32Array,
  bias: Float32Array,
  unit: number,
  units: number,
): Float64Array {
  const sum = new Float64Array(below[0]?.length ?? 0).fill(bias[unit] ?? NaN);
  below.forEach((values, input) => {
    const weight = kernel[input * units + unit] ?? NaN;
    for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + weight * values[at]!;
  });
  return sum;
}

function activated(values: Float64Array, activation: Activation): Float64Array {
  return activation === 'relu' ? values.map((value) => Math.max(0, value)) : values;
}

/** Between two x the sum is a straight line, or nearly: it bends only where a neuron below does. */
function zeroCrossings(x: ArrayLike<number>, y: Float64Array): number[] {
  const found: number[] = [];
  for (let at = 1; at < y.length; at++) {
    const [from, to] = [y[at - 1]!, y[at]!];
    if (from > 0 === to > 0) continue;
    const share = from / (from - to);
    found.push(x[at - 1]! + share * (x[at]! - x[at - 1]!));
  }
  return found;
}
