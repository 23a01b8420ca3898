import type { Model, Tensor } from '../tflite/model';
import { heatMap, type HeatMap } from './heatMap';
import { histogram, histogramRange, type Histogram } from './histogram';
import { requantizationOf, type Requantization } from './requantization';
import { channelsOf, eachChannelRun, realValues, tensorCodes, type TensorCodes } from './tensorValues';

export type { Histogram };

/** Everything about one tensor beyond its row. Values are there for constants only. */
export interface TensorDetails {
  readonly subgraph: number;
  readonly tensor: number;
  readonly elements: number;
  /** Real values; absent for tensors without numbers in the file. */
  readonly statistics?: Statistics;
  /** The same of the stored codes, where the tensor is quantized. */
  readonly codeStatistics?: Statistics;
  readonly histogram?: Histogram;
  readonly codeUse?: CodeUse;
  readonly channels: readonly ChannelDetails[];
  readonly requantization?: Requantization;
  readonly heatMap?: HeatMap;
}

export interface Statistics {
  readonly minimum: number;
  readonly maximum: number;
  readonly mean: number;
  readonly standardDeviation: number;
  /** Shares of all elements, 0 to 1. */
  readonly zeroShare: number;
  readonly notFiniteShare: number;
}

/** Of integer codes of 8 bits or fewer. */
export interface CodeUse {
  /** Codes that occur, of `possible`. */
  readonly used: number;
  readonly possible: number;
  /** Share of elements at the lowest or highest code of the type. */
  readonly saturatedShare: number;
}

export interface ChannelDetails {
  readonly scale: number;
  readonly zeroPoint: number;
  /** Smallest and largest code; absent for activations. */
  readonly lowest?: number;
  readonly highest?: number;
  /** All its codes stand for 0: the channel contributes nothing. */
  readonly isDead: boolean;
  /** Its scale is more than four times the median of all channels, or less than a quarter. */
  readonly isOutlier: boolean;
}

const outlierFactor = 4;

export function tensorDetails(
  model: Model,
  subgraphIndex: number,
  tensorIndex: number,
): TensorDetails | undefined {
  const subgraph = model.subgraphs[subgraphIndex];
  const tensor = subgraph?.tensors[tensorIndex];
  if (!subgraph || !tensor) return undefined;
  const codes = tensorCodes(model, tensor);
  const requantization = requantizationOf(subgraph, tensorIndex);
  const real = codes && realValues(tensor, codes, 0, codes.length);
  const isQuantized = (tensor.quantization?.scale.length ?? 0) > 0;
  const use = codes && codeUse(tensor, codes);
  const map = real && heatMap(tensor, real);
  return {
    subgraph: subgraphIndex,
    tensor: tensorIndex,
    elements: tensor.shape.reduce((product, size) => product * Math.max(0, size), 1),
    ...(real ? { statistics: statistics(real), histogram: histogram(tensor.type, codes) } : {}),
    ...(codes && isQuantized ? { codeStatistics: statistics(codes) } : {}),
    ...(use ? { codeUse: use } : {}),
    channels: channelDetails(tensor, codes),
    ...(requantization ? { requantization } : {}),
    ...(map ? { heatMap: map } : {}),
  };
}

function statistics(values: TensorCodes): Statistics {
  let minimum = Infinity;
  let maximum = -Infinity;
  let sum = 0;
  let zeros = 0;
  let finite = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    finite++;
    sum += value;
    if (value === 0) zeros++;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  const mean = sum / finite;
  let squares = 0;
  for (const value of values) if (Number.isFinite(value)) squares += (value - mean) ** 2;
  return {
    minimum: finite === 0 ? NaN : minimum,
    maximum: finite === 0 ? NaN : maximum,
    mean,
    standardDeviation: Math.sqrt(squares / finite),
    zeroShare: zeros / values.length,
    notFiniteShare: 1 - finite / values.length,
  };
}

function codeUse(tensor: Tensor, codes: TensorCodes): CodeUse | undefined {
  const range = histogramRange[tensor.type];
  if (!range || tensor.type === 'BOOL') return undefined;
  const [lowest, highest] = range;
  const { counts } = histogram(tensor.type, codes);
  // Weights are quantized to ±127 and never reach −128, so their lowest code in use is the saturated one.
  const isSymmetric =
    tensor.type === 'INT8' && (tensor.quantization?.zeroPoint ?? []).every((point) => point === 0);
  const floor = isSymmetric && counts[0] === 0 ? lowest + 1 : lowest;
  const saturated = (counts[floor - lowest] ?? 0) + (counts[highest - lowest] ?? 0);
  return {
    used: counts.reduce((used, count) => used + (count > 0 ? 1 : 0), 0),
    possible: highest - floor + 1,
    saturatedShare: saturated / codes.length,
  };
}

function channelDetails(tensor: Tensor, codes: TensorCodes | undefined): readonly ChannelDetails[] {
  const { quantization } = tensor;
  if (!quantization || quantization.scale.length === 0) return [];
  const channels = channelsOf(tensor);
  const count = quantization.scale.length;
  const lowest = new Float64Array(count).fill(Infinity);
  const highest = new Float64Array(count).fill(-Infinity);
  eachChannelRun(channels, 0, codes?.length ?? 0, (from, to, channel) => {
    let low = lowest[channel] ?? Infinity;
    let high = highest[channel] ?? -Infinity;
    for (let index = from; index < to; index++) {
      const code = codes?.[index] ?? NaN;
      if (code < low) low = code;
      if (code > high) high = code;
    }
    lowest[channel] = low;
    highest[channel] = high;
  });
  const median = [...quantization.scale].sort((a, b) => a - b)[Math.floor(count / 2)] ?? NaN;
  return Array.from(quantization.scale, (scale, channel): ChannelDetails => {
    const zeroPoint = quantization.zeroPoint[channel] ?? quantization.zeroPoint[0] ?? 0;
    const low = lowest[channel] ?? Infinity;
    const high = highest[channel] ?? -Infinity;
    return {
      scale,
      zeroPoint,
      ...(low <= high ? { lowest: low, highest: high } : {}),
      isDead: low === zeroPoint && high === zeroPoint,
      isOutlier: scale > outlierFactor * median || scale * outlierFactor < median,
    };
  });
}
