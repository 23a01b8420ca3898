import { describe, expect, it } from 'vitest';
import { MersenneTwister } from '../../../src/core/data/mersenneTwister';
import type { OptimizerConfig } from '../../../src/core/nn/engine';
import { createOptimizer, optimizerDefaults } from '../../../src/core/nn/optimizers';

/** One parameter after each of many gradients, by the published formula, in doubles, with closed forms where there are any. */
type Formula = (start: number, gradients: readonly number[]) => number[];

const rmsprop: Formula = (start, gradients) => {
  let velocity = 0;
  let value = start;
  return gradients.map((gradient) => {
    velocity = 0.9 * velocity + 0.1 * gradient ** 2;
    return (value -= (0.001 * gradient) / Math.sqrt(velocity + 1e-7));
  });
};

/** Kingma and Ba 2015, section 2, last paragraph: moments as weighted sums over all gradients so far. */
const adam: Formula = (start, gradients) => {
  let value = start;
  return gradients.map((_, step) => {
    const weighted = (decay: number, power: number): number =>
      gradients
        .slice(0, step + 1)
        .reduce((sum, past, at) => sum + (1 - decay) * decay ** (step - at) * past ** power, 0);
    const alpha = (0.001 * Math.sqrt(1 - 0.999 ** (step + 1))) / (1 - 0.9 ** (step + 1));
    return (value -= (alpha * weighted(0.9, 1)) / (Math.sqrt(weighted(0.999, 2)) + 1e-7));
  });
};

const sgd: Formula = (start, gradients) =>
  gradients.map((_, step) => start - 0.01 * sum(gradients.slice(0, step + 1)));

/** Each past gradient goes on moving the weight by 0.8 of what it did in the step before. */
const momentum: Formula = (start, gradients) =>
  gradients.map((_, step) => {
    const moves = gradients
      .slice(0, step + 1)
      .map((gradient, at) => gradient * ((1 - 0.8 ** (step - at + 1)) / (1 - 0.8)));
    return start - 0.01 * sum(moves);
  });

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const cases: [string, OptimizerConfig, Formula][] = [
  ['rmsprop', { name: 'rmsprop', learningRate: 0.001, rho: 0.9, epsilon: 1e-7 }, rmsprop],
  ['adam', { name: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }, adam],
  ['sgd', { name: 'sgd', learningRate: 0.01, momentum: 0 }, sgd],
  ['sgd with momentum', { name: 'sgd', learningRate: 0.01, momentum: 0.8 }, momentum],
];

describe('createOptimizer', () => {
  it.each(cases)('%s follows its formula for gradients of every size', (_, config, formula) => {
    const sizes = [0, 1e-6, 1e-4, 1e-2, 1, 100];
    const starts = [0, 0.25, 0.5, 0.75, 1, 1.25];
    const random = new MersenneTwister(3);
    const gradients = Array.from({ length: 60 }, () =>
      sizes.map((size) => Math.fround(size * random.randn())),
    );
    const expected = starts.map((start, at) =>
      formula(
        start,
        gradients.map((step) => step[at] ?? NaN),
      ),
    );
    const parameters = Float32Array.from(starts);
    const optimizer = createOptimizer(config, sizes.length);
    gradients.forEach((step, at) => {
      optimizer.step(parameters, Float32Array.from(step));
      parameters.forEach((value, index) => {
        const right = expected[index]?.[at] ?? NaN;
        // A float32 step rounds to 6e-8 of the weight, sixty times at most.
        expect(Math.abs(value - right)).toBeLessThan(4e-6 * Math.max(1, Math.abs(right)));
      });
    });
  });

  it('tells where epsilon stands: a first gradient much smaller than it', () => {
    const gradient = Float32Array.of(1e-6);
    const moved = (config: OptimizerConfig): number => {
      const parameters = new Float32Array(1);
      createOptimizer(config, 1).step(parameters, gradient);
      return parameters[0] ?? NaN;
    };
    // Inside the root: 1e-9 / √(1e-13 + 1e-7). Outside, it would be 1e-9 / (√1e-13 + 1e-7), seven hundred times as much.
    expect(moved(optimizerDefaults.rmsprop) / (-1e-9 / Math.sqrt(1.000001e-7))).toBeCloseTo(1, 5);
    // Outside, after α = 0.001 · √0.001 / 0.1: α · 1e-7 / (√0.001 · 1e-6 + 1e-7).
    const alpha = (0.001 * Math.sqrt(0.001)) / 0.1;
    expect(moved(optimizerDefaults.adam) / ((-alpha * 1e-7) / (Math.sqrt(0.001) * 1e-6 + 1e-7))).toBeCloseTo(
      1,
      4,
    );
  });
});
