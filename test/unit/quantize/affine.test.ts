import { describe, expect, it } from 'vitest';
import {
  activationCode,
  biasScale,
  quantizeBias,
  quantizeWeights,
  smallestWeightScales,
} from '../../../src/core/quantize/affine';
import { randomIntegers } from '../runtime/randomIntegers';

const random = randomIntegers(11);
const uniform = (): number => random() / 2 ** 31;

describe('activationCode', () => {
  it('gives zero a code of its own and covers the range to within one step', () => {
    for (let i = 0; i < 2000; i++) {
      const size = 2 ** ((random() & 31) - 12);
      const [a, b] = [uniform() * size, uniform() * size];
      const range = { minimum: Math.min(a, b), maximum: Math.max(a, b) };
      const { scale, zeroPoint } = activationCode(range);
      expect(Number.isInteger(zeroPoint)).toBe(true);
      expect(Math.fround(scale)).toBe(scale);
      expect((-128 - zeroPoint) * scale).toBeLessThanOrEqual(Math.min(0, range.minimum) + scale * 0.501);
      expect((127 - zeroPoint) * scale).toBeGreaterThanOrEqual(Math.max(0, range.maximum) - scale * 0.501);
    }
  });

  it('puts the zero of a relu at -128', () => {
    expect(activationCode({ minimum: 0, maximum: 3.7 }).zeroPoint).toBe(-128);
    expect(activationCode({ minimum: 0.5, maximum: 3.7 }).zeroPoint).toBe(-128);
    expect(activationCode({ minimum: -3.7, maximum: 0 }).zeroPoint).toBe(127);
  });

  it('has a usable scale for a tensor that is always the same', () => {
    for (const value of [0, 1e-30, -1e-30]) {
      const { scale } = activationCode({ minimum: value, maximum: value });
      expect(scale).toBeGreaterThan(1e-10);
    }
  });
});

describe('quantizeWeights', () => {
  it.each([1, 8])('is within half a step of every weight and uses no -128 (%i scales)', (channels) => {
    const weights = Float32Array.from({ length: 64 }, (_, i) => uniform() * 10 ** ((i % 8) - 4));
    const { scales, codes } = quantizeWeights(weights, channels);
    expect(scales).toHaveLength(channels);
    codes.forEach((code, i) => {
      const scale = scales[Math.floor((i * channels) / 64)] ?? NaN;
      expect(Math.abs(code)).toBeLessThanOrEqual(127);
      expect(Math.abs(code * scale - (weights[i] ?? NaN))).toBeLessThanOrEqual(scale * 0.5001);
    });
  });

  it('gives all-zero weights the scale 1', () => {
    expect(quantizeWeights(new Float32Array(4), 1)).toEqual({
      scales: Float32Array.of(1),
      codes: new Int8Array(4),
    });
  });
});

describe('quantizeBias', () => {
  it('is within half a step of every bias', () => {
    const bias = Float32Array.from({ length: 32 }, uniform);
    const scales = Float32Array.from({ length: 32 }, () => biasScale(0.02, Math.abs(uniform()) + 1e-4));
    quantizeBias(bias, scales).forEach((code, i) => {
      const scale = scales[i] ?? NaN;
      expect(Math.abs(code * scale - (bias[i] ?? NaN))).toBeLessThanOrEqual(scale * 0.5001);
    });
  });

  it('never leaves int32, however small the weights are beside their bias', () => {
    const bias = Float32Array.of(0.5, -300);
    for (const size of [1, 1e-6, 1e-12, 1e-20, 0]) {
      const smallest = smallestWeightScales(bias, 0.02, 1);
      const { scales } = quantizeWeights(Float32Array.of(size, -size), 1, smallest);
      const biasScales = scales.map((scale) => biasScale(0.02, scale));
      const codes = quantizeBias(bias, biasScales);
      codes.forEach((code, i) => {
        const step = biasScales[0] ?? NaN;
        expect(Math.abs(code)).toBeLessThanOrEqual(2 ** 30 * 1.0001);
        expect(Math.abs(code * step - (bias[i] ?? NaN))).toBeLessThanOrEqual(Math.max(step * 0.501, 1e-6));
      });
    }
  });
});
