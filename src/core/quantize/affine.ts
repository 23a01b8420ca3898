/**
 * From ranges of real numbers to int8 and int32 codes. The formulas are those of TensorFlow's converter:
 * `tflite/g3doc/performance/quantization_spec.md` and `tflite/converter/quantization` in google-ai-edge/LiteRT.
 * Which steps are rounded to float32 (`Math.fround`) is part of them.
 */
import { roundHalfAwayFromZero } from '../runtime/rounding';
import type { Range } from './ranges';

export interface AffineCode {
  /** A float32, as the file stores it. */
  readonly scale: number;
  readonly zeroPoint: number;
}

export interface QuantizedWeights {
  /** float32; one, or one per channel. */
  readonly scales: Float32Array;
  readonly codes: Int8Array;
}

/** A narrower range is widened to this: its scale would be lost in rounding. */
const narrowestRange = 1e-6;

/** Of a tensor of values, asymmetric in [−128, 127]. Zero is always in the range, and so has a code of its own. */
export function activationCode(range: Range): AffineCode {
  const isNarrow = range.maximum - range.minimum <= narrowestRange;
  const minimum = Math.min(range.minimum, isNarrow ? -narrowestRange / 2 : 0);
  const maximum = Math.max(range.maximum, isNarrow ? narrowestRange / 2 : 0);
  const width = Math.fround(Math.fround(maximum) - Math.fround(minimum));
  const scale = Math.fround(width / 255);
  const zeroPoint = roundHalfAwayFromZero(-128 - minimum / scale);
  return { scale, zeroPoint: clamp(zeroPoint, -128, 127) };
}

/**
 * Weights [channels, …], symmetric in [−127, 127] with zero point 0.
 *
 * @param channels number of scales: one for each slice along the first dimension, or 1 for the whole tensor.
 * @param smallestScales lower bounds of the scales (see `smallestWeightScales`).
 */
export function quantizeWeights(
  weights: Float32Array,
  channels: number,
  smallestScales: readonly number[] = [],
): QuantizedWeights {
  const perChannel = weights.length / channels;
  const scales = new Float32Array(channels);
  const codes = new Int8Array(weights.length);
  for (let channel = 0; channel < channels; channel++) {
    const slice = weights.subarray(channel * perChannel, (channel + 1) * perChannel);
    const scale = Math.fround(Math.max(largestMagnitude(slice) / 127, smallestScales[channel] ?? 0)) || 1;
    const inverse = Math.fround(1 / scale);
    scales[channel] = scale;
    slice.forEach((weight, i) => {
      const code = roundHalfAwayFromZero(Math.fround(weight * inverse));
      codes[channel * perChannel + i] = clamp(code, -127, 127);
    });
  }
  return { scales, codes };
}

/**
 * The weight scales below which a bias would not fit into int32 with room for the sum (half of its range is left). Only
 * weights that are almost nothing beside their bias come near it; they are then rounded to zero, which they nearly are.
 */
export function smallestWeightScales(bias: Float32Array, inputScale: number, channels: number): number[] {
  const perChannel = bias.length / channels;
  return Array.from({ length: channels }, (_, channel) => {
    const slice = bias.subarray(channel * perChannel, (channel + 1) * perChannel);
    return largestMagnitude(slice) / inputScale / 2 ** 30;
  });
}

/** The scale in which sums of input · weight come, and so the one in which a bias is stored. */
export function biasScale(inputScale: number, weightScale: number): number {
  return Math.fround(inputScale * weightScale);
}

/** Zero point 0; `scales` holds one scale, or one for each bias. */
export function quantizeBias(bias: Float32Array, scales: Float32Array): Int32Array {
  return Int32Array.from(bias, (value, i) => {
    const scale = scales.length === 1 ? scales[0] : scales[i];
    return clamp(roundHalfAwayFromZero(value / (scale ?? 1)), -(2 ** 31), 2 ** 31 - 1);
  });
}

function largestMagnitude(values: Float32Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

function clamp(value: number, minimum: number, maximum: number): number {
  return Math.min(Math.max(value, minimum), maximum);
}
