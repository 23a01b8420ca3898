import { describe, expect, it } from 'vitest';
import { fitMoment, momentAt } from '../../../src/core/nn/fitSnapshots';
import { flatWeights } from '../../../src/core/nn/flatWeights';
import { hiddenNeurons } from '../../../src/core/nn/hiddenNeurons';
import { initialWeights } from '../../../src/core/nn/initializers';
import type { ModelDescription, ModelWeights } from '../../../src/core/nn/model';
import { mostSnapshots, SnapshotKeeper } from '../../../src/core/nn/snapshotKeeper';

const model: ModelDescription = {
  name: 'model',
  inputSize: 1,
  layers: [
    { type: 'dense', units: 5, activation: 'relu' },
    { type: 'dense', units: 4, activation: 'relu' },
    { type: 'dense', units: 1, activation: 'linear' },
  ],
};
const x = Float32Array.from({ length: 21 }, (_, index) => index / 4);
const start = initialWeights(model, 3);

/** The network in doubles, written down once more. */
function predicted(weights: ModelWeights, input: number): number {
  let values = [input];
  weights.forEach(({ kernel, bias }, layer) => {
    const isLast = layer === weights.length - 1;
    values = Array.from(bias, (offset, unit) => {
      const sum = values.reduce(
        (total, value, at) => total + value * kernel[at * bias.length + unit]!,
        offset,
      );
      return isLast ? sum : Math.max(0, sum);
    });
  });
  return values[0]!;
}

/** Weights of an epoch: the start's, grown by what a learning curve leaves still to learn. */
function weightsOf(epoch: number): ModelWeights {
  const grown = 2 - Math.exp(-epoch / 50);
  return start.map(({ kernel, bias }) => ({
    kernel: kernel.map((weight) => weight * grown),
    bias: bias.map((_, unit) => 0.1 * grown * (unit - 1)),
  }));
}

function kept(epochs: number, weights = weightsOf): SnapshotKeeper {
  const keeper = new SnapshotKeeper(model, x, { epochs, spread: 1 });
  for (let epoch = 0; epoch <= epochs; epoch++) keeper.add(epoch, weights(epoch));
  return keeper;
}

describe('the snapshots of a training', () => {
  it.each([1, 2, 59, 60, 179, 180, 181, 600, 3000])(
    'are at least 60, or all, of %i epochs, in order, with the first and the last',
    (epochs) => {
      const { epochs: found, outputs, weights } = kept(epochs).snapshots;
      expect(found.length).toBeGreaterThanOrEqual(Math.min(60, epochs + 1));
      expect(found.length).toBeLessThanOrEqual(mostSnapshots);
      expect([found[0], found.at(-1)]).toEqual([0, epochs]);
      expect([...found].every((epoch, index) => index === 0 || epoch > found[index - 1]!)).toBe(true);
      expect(outputs).toHaveLength(found.length * x.length);
      expect(weights).toHaveLength(found.length * flatWeights(model, start).length);
    },
  );

  it('stay as many for 100,000 epochs, and are nowhere far apart where nothing changes', () => {
    const still = weightsOf(0);
    const { epochs } = kept(100_000, () => still).snapshots;
    expect(epochs).toHaveLength(mostSnapshots);
    const longest = Math.max(...[...epochs].slice(1).map((epoch, index) => epoch - epochs[index]!));
    expect(longest).toBeLessThanOrEqual((4 * 100_000) / mostSnapshots);
  });

  it('are denser where the curve changes more', () => {
    const { epochs } = kept(3000).snapshots;
    const early = epochs.filter((epoch) => epoch <= 300).length / 300;
    const late = epochs.filter((epoch) => epoch > 300).length / 2700;
    expect(early).toBeGreaterThan(3 * late);
  });

  it('hold the weights of their epoch, and what these predict', () => {
    const { snapshots } = kept(700);
    snapshots.epochs.forEach((epoch, index) => {
      const moment = fitMoment(snapshots, index);
      expect(moment.weights).toEqual(flatWeights(model, weightsOf(epoch)));
      moment.outputs.forEach((output, at) => {
        const own = predicted(weightsOf(epoch), x[at]!);
        // Sums of floats against sums of doubles.
        expect(Math.abs(output - own)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(own)));
      });
    });
  });

  it('take in an epoch that was driven out, once and in its place', () => {
    const keeper = kept(3000);
    const missing = Array.from({ length: 3000 }, (_, epoch) => epoch).find(
      (epoch) => !keeper.snapshots.epochs.includes(epoch),
    )!;
    keeper.insert(missing, weightsOf(missing));
    keeper.insert(missing, weightsOf(missing));
    const { epochs } = keeper.snapshots;
    expect([...epochs]).toEqual([...new Set(epochs)].sort((a, b) => a - b));
    expect(epochs[momentAt(keeper.snapshots, missing)]).toBe(missing);
    expect(epochs).toHaveLength(mostSnapshots + 1);
  });

  it('of a large network are the curve alone', () => {
    const large = { ...model, layers: [{ ...model.layers[0]!, units: 1000 }, model.layers.at(-1)!] };
    const keeper = new SnapshotKeeper(large, x, { epochs: 3, spread: 1 });
    keeper.add(0, initialWeights(large, 1));
    expect(keeper.snapshots).not.toHaveProperty('weights');
  });
});

describe('the hidden neurons', () => {
  it('add up to the curve, with the last bias', () => {
    for (const epoch of [0, 10, 500]) {
      const weights = weightsOf(epoch);
      const neurons = hiddenNeurons(model, flatWeights(model, weights), x);
      const bias = weights.at(-1)!.bias[0]!;
      x.forEach((input, at) => {
        const sum = neurons.reduce((total, { contribution }) => total + (contribution?.[at] ?? 0), bias);
        expect(sum).toBeCloseTo(predicted(weights, input), 9);
      });
    }
  });

  it('of the first layer bend at −bias / weight, where that lies within the given x', () => {
    const weights = weightsOf(100);
    const { kernel, bias } = weights[0]!;
    const neurons = hiddenNeurons(model, flatWeights(model, weights), x).filter(({ layer }) => layer === 1);
    expect(neurons).toHaveLength(5);
    for (const { neuron, bends } of neurons) {
      const place = -bias[neuron - 1]! / kernel[neuron - 1]!;
      if (place > 0 && place < 5) {
        expect(bends).toHaveLength(1);
        expect(bends[0]).toBeCloseTo(place, 6);
      } else if (place < 0 || place > 5) expect(bends).toEqual([]);
    }
  });
});
