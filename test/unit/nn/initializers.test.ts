import { describe, expect, it } from 'vitest';
import { initialWeights } from '../../../src/core/nn/initializers';
import type { ModelDescription } from '../../../src/core/nn/model';

describe('initialWeights', () => {
  it('is uniform within √(6 / (inputs + units)), with biases of 0', () => {
    for (const [inputSize, units] of [
      [1, 16],
      [16, 16],
      [3, 50],
    ] as const) {
      const model: ModelDescription = {
        name: 'net',
        inputSize,
        layers: [{ type: 'dense', units, activation: 'relu' }],
      };
      const limit = Math.sqrt(6 / (inputSize + units));
      const drawn: number[] = [];
      for (let seed = 0; seed < 200; seed++) {
        const [layer] = initialWeights(model, seed);
        expect(layer?.kernel).toHaveLength(inputSize * units);
        expect([...(layer?.bias ?? [1])]).toEqual(new Array(units).fill(0));
        drawn.push(...(layer?.kernel ?? []));
      }
      expect(Math.max(...drawn.map(Math.abs))).toBeLessThanOrEqual(Math.fround(limit));
      const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
      const variance = drawn.reduce((sum, value) => sum + value ** 2, 0) / drawn.length;
      // Five standard deviations of the mean, and a tenth of the variance limit² / 3.
      expect(Math.abs(mean)).toBeLessThan((5 * limit) / Math.sqrt(3 * drawn.length));
      expect(Math.abs(variance / (limit ** 2 / 3) - 1)).toBeLessThan(0.1);
    }
  });
});
