/**
 * Multiplying an int32 by a real factor with integers only, rounding twice: the arithmetic of TensorFlow Lite Micro's
 * reference kernels. Sources: tensorflow/tflite-micro, `tensorflow/lite/kernels/internal/quantization_util.cc` and
 * `common.cc`; google/gemmlowp, `fixedpoint/fixedpoint.h`.
 */

/** A real factor as `mantissa` · 2^(`shift` − 31), with `mantissa` 0 or in [2^30, 2^31). */
export interface Multiplier {
  readonly mantissa: number;
  readonly shift: number;
}

const int32Min = -(2 ** 31);
const int32Max = 2 ** 31 - 1;

/** `QuantizeMultiplier` of quantization_util.cc. `factor` is finite and not negative. */
export function quantizeMultiplier(factor: number): Multiplier {
  if (factor === 0) return { mantissa: 0, shift: 0 };
  const { fraction, exponent } = splitFloat(factor);
  let mantissa = Math.round(fraction * 2 ** 31);
  let shift = exponent;
  if (mantissa === 2 ** 31) {
    mantissa /= 2;
    shift += 1;
  }
  return shift < -31 ? { mantissa: 0, shift: 0 } : { mantissa, shift };
}

/** C's `frexp` for a positive finite value: `value` = `fraction` · 2^`exponent`, with `fraction` in [0.5, 1). */
function splitFloat(value: number): { fraction: number; exponent: number } {
  // log2 may be off by one next to a power of two; both loops then run once. Two steps of scaling keep subnormals exact.
  let exponent = Math.max(-1073, Math.floor(Math.log2(value)) + 1);
  const half = Math.trunc(exponent / 2);
  let fraction = value * 2 ** -half * 2 ** -(exponent - half);
  while (fraction >= 1) {
    fraction /= 2;
    exponent += 1;
  }
  while (fraction < 0.5) {
    fraction *= 2;
    exponent -= 1;
  }
  return { fraction, exponent };
}

/**
 * gemmlowp's `SaturatingRoundingDoublingHighMul`: (a · b + nudge) / 2^31, truncated towards zero, of two int32. The
 * product needs 63 bits, a double has 53: so `a` is split into 16-bit halves, and every step below is exact.
 */
export function saturatingRoundingDoublingHighMul(a: number, b: number): number {
  if (a === int32Min && b === int32Min) return int32Max;
  const productIsNegative = a !== 0 && b !== 0 && a < 0 !== b < 0;
  const nudge = productIsNegative ? 1 - 2 ** 30 : 2 ** 30;
  const high = (a >> 16) * b;
  const low = (a & 0xffff) * b;
  // a·b = high·2^16 + low, and high = whole·2^15 + part, so a·b + nudge = whole·2^31 + rest.
  const whole = Math.floor(high / 2 ** 15);
  const part = high - whole * 2 ** 15;
  const rest = part * 2 ** 16 + low + nudge;
  const quotient = Math.floor(rest / 2 ** 31);
  const isExact = quotient * 2 ** 31 === rest;
  const floor = whole + quotient;
  return floor < 0 && !isExact ? floor + 1 : floor;
}

/** gemmlowp's `RoundingDivideByPOT`: an int32 / 2^`exponent`, to nearest, halves away from zero; `exponent` in 0…31. */
export function roundingDivideByPowerOfTwo(value: number, exponent: number): number {
  const mask = (2 ** exponent - 1) | 0;
  const remainder = value & mask;
  const threshold = (mask >> 1) + (value < 0 ? 1 : 0);
  return (value >> exponent) + (remainder > threshold ? 1 : 0);
}

/** `MultiplyByQuantizedMultiplier` with double rounding: int32 · factor as int32. */
export function multiplyByQuantizedMultiplier(value: number, { mantissa, shift }: Multiplier): number {
  const left = Math.max(shift, 0);
  const right = Math.max(-shift, 0);
  const shifted = Math.imul(value, 1 << left);
  return roundingDivideByPowerOfTwo(saturatingRoundingDoublingHighMul(shifted, mantissa), right);
}
