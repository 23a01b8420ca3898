import { describe, expect, it } from 'vitest';
import { MersenneTwister } from '../../../src/core/data/mersenneTwister';
import { builtinEngine } from '../../../src/core/nn/builtinEngine';
import { initialWeights } from '../../../src/core/nn/initializers';
import type { Activation, ModelDescription } from '../../../src/core/nn/model';
import { foldNormalization, measureNormalization, normalized } from '../../../src/core/nn/normalization';

const random = new MersenneTwister(5);
const samples = 500;
const inputs = Float32Array.from({ length: 3 * samples }, (_, at) =>
  at % 3 === 0 ? 1000 + 50 * random.randn() : at % 3 === 1 ? 0.001 * random.randn() : 7,
);
const targets = Float32Array.from({ length: samples }, () => -300 + 20 * random.randn());
const set = { samples, inputs, targets };

describe('normalisation', () => {
  const model = (last: Activation, hidden: number): ModelDescription => ({
    name: 'm',
    inputSize: 3,
    layers: [
      ...(hidden > 0 ? [{ type: 'dense', units: hidden, activation: 'relu' } as const] : []),
      { type: 'dense', units: 1, activation: last },
    ],
  });

  it('gives every column mean 0 and deviation 1, and leaves one of a single value at 0', () => {
    const by = measureNormalization(model('linear', 4), set);
    const columns = normalized(set, by);
    const moments = (values: readonly number[]): [number, number] => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)];
    };
    for (const [column, deviation] of [1, 1, 0].entries()) {
      const [mean, spread] = moments([...columns.inputs].filter((_, at) => at % 3 === column));
      expect(Math.abs(mean)).toBeLessThan(1e-4);
      expect(Math.abs(spread - deviation)).toBeLessThan(1e-4);
    }
    const [mean, spread] = moments([...columns.targets]);
    expect([Math.abs(mean) < 1e-4, Math.abs(spread - 1) < 1e-4]).toEqual([true, true]);
  });

  it.each([
    ['linear', 6],
    ['relu', 6],
    ['linear', 0],
  ] as const)(
    'folded into the weights is the same function of plain units: last %s, %d hidden',
    async (last, hidden) => {
      const description = model(last, hidden);
      const by = measureNormalization(description, set);
      const weights = initialWeights(description, 9);
      const scaled = await builtinEngine.predict(description, weights, normalized(set, by).inputs);
      const folded = await builtinEngine.predict(description, foldNormalization(weights, by), inputs);
      // Folding puts a column of deviation 0.001 beside one of mean 1000; float32 has 7 digits.
      folded.forEach((value, at) => {
        expect(Math.abs(value - (scaled[at]! * by.targetScale + by.targetMean))).toBeLessThan(0.02);
      });
    },
  );
});
