import { describe, expect, it } from 'vitest';
import { MersenneTwister } from '../../../src/core/data/mersenneTwister';
import { builtinEngine } from '../../../src/core/nn/builtinEngine';
import type { EpochLog, FitOptions, LossName, SampleSet } from '../../../src/core/nn/engine';
import { initialWeights } from '../../../src/core/nn/initializers';
import { evaluateErrors } from '../../../src/core/nn/losses';
import type { DenseWeights, ModelDescription, ModelWeights } from '../../../src/core/nn/model';
import { drawRunData, sampleSets } from '../../../src/core/project/runData';
import { sineProject } from '../../../src/core/project/sineProject';
import { trainingPlan } from '../../../src/core/project/trainingPlan';

const shapes: { inputSize: number; units: number[] }[] = [
  { inputSize: 1, units: [16, 1] },
  { inputSize: 1, units: [16, 16, 1] },
  { inputSize: 3, units: [5, 7, 2] },
  { inputSize: 2, units: [3] },
  { inputSize: 4, units: [4, 1, 6, 3] },
];

function modelOf({ inputSize, units }: { inputSize: number; units: number[] }): ModelDescription {
  const layers = units.map((count, index) => ({
    type: 'dense' as const,
    units: count,
    activation: index < units.length - 1 ? ('relu' as const) : ('linear' as const),
  }));
  return { name: 'net', inputSize, layers };
}

function randomSet(samples: number, inputSize: number, outputSize: number, seed: number): SampleSet {
  const random = new MersenneTwister(seed);
  return {
    samples,
    inputs: Float32Array.from({ length: samples * inputSize }, () => random.uniform(-1, 1)),
    targets: Float32Array.from({ length: samples * outputSize }, () => random.uniform(-1, 1)),
  };
}

/** The network in doubles and in the plainest form, to judge the fast one. */
function plainForward(
  model: ModelDescription,
  weights: readonly PlainWeights[],
  sample: readonly number[],
): number[] {
  return model.layers.reduce<number[]>(
    (values, layer, index) => {
      const { kernel = [], bias = [] } = weights[index] ?? {};
      return Array.from({ length: layer.units }, (_, unit) => {
        const sum = values.reduce(
          (total, value, input) => total + value * kernel[input * layer.units + unit]!,
          bias[unit]!,
        );
        return layer.activation === 'relu' ? Math.max(0, sum) : sum;
      });
    },
    [...sample],
  );
}

interface PlainWeights {
  kernel: number[];
  bias: number[];
}

function plain(weights: ModelWeights): PlainWeights[] {
  return weights.map(({ kernel, bias }) => ({ kernel: [...kernel], bias: [...bias] }));
}

function plainLoss(
  loss: LossName,
  model: ModelDescription,
  weights: readonly PlainWeights[],
  set: SampleSet,
): number {
  const width = set.targets.length / set.samples;
  let sum = 0;
  for (let sample = 0; sample < set.samples; sample++) {
    const inputs = [...set.inputs.subarray(sample * model.inputSize, (sample + 1) * model.inputSize)];
    plainForward(model, weights, inputs).forEach((output, index) => {
      const error = output - set.targets[sample * width + index]!;
      sum += loss === 'mse' ? error * error : Math.abs(error);
    });
  }
  return sum / set.targets.length;
}

const sgd = { name: 'sgd', learningRate: 1, momentum: 0 } as const;
const noSamples: SampleSet = { samples: 0, inputs: new Float32Array(0), targets: new Float32Array(0) };

function options(changes: Partial<FitOptions> = {}): FitOptions {
  return { epochs: 1, batchSize: 16, optimizer: sgd, loss: 'mse', shuffleSeed: 3, ...changes };
}

describe('builtinEngine', () => {
  it.each(shapes)(
    'predicts what the plain network computes: %j, every number of samples to 20 and 300',
    async (shape) => {
      const model = modelOf(shape);
      const weights = initialWeights(model, 5);
      weights.forEach(({ bias }, index) => bias.set(bias.map((_, unit) => (unit - index) / 10)));
      const width = shape.units.at(-1) ?? 0;
      for (const samples of [...Array.from({ length: 20 }, (_, count) => count + 1), 300]) {
        const { inputs } = randomSet(samples, model.inputSize, width, samples);
        const outputs = await builtinEngine.predict(model, weights, inputs);
        expect(outputs).toHaveLength(samples * width);
        for (let sample = 0; sample < samples; sample++) {
          const own = [...inputs.subarray(sample * model.inputSize, (sample + 1) * model.inputSize)];
          plainForward(model, plain(weights), own).forEach((value, index) => {
            expect(Math.abs(outputs[sample * width + index]! - value)).toBeLessThan(1e-5);
          });
        }
      }
    },
  );

  it.each(shapes.flatMap((shape) => (['mse', 'mae'] as const).map((loss) => ({ ...shape, loss }))))(
    'one step of plain SGD is the numerical gradient of the loss: %j',
    async ({ loss, ...shape }) => {
      const model = modelOf(shape);
      const before = initialWeights(model, 8);
      // Biases away from 0, so that no neuron bends exactly at a sample.
      before.forEach(({ bias }) => bias.set(bias.map((_, unit) => 0.05 + unit / 40)));
      for (const samples of [1, 2, 5, 8]) {
        const set = randomSet(samples, model.inputSize, shape.units.at(-1) ?? 0, 90 + samples);
        const { weights: after } = await builtinEngine.fit(model, before, set, noSamples, options({ loss }));
        const start = plain(before);
        before.forEach((layer, index) => {
          for (const part of ['kernel', 'bias'] as const) {
            layer[part].forEach((value, at) => {
              const slope = numericalSlope((moved) => {
                start[index]![part][at] = moved;
                const result = plainLoss(loss, model, start, set);
                start[index]![part][at] = value;
                return result;
              }, value);
              expect(Math.abs(value - after[index]![part][at]! - slope)).toBeLessThan(2e-5);
            });
          }
        });
      }
    },
  );

  it('logs means over samples with the weights of the moment, and validation after the epoch', async () => {
    const model = modelOf(shapes[1]!);
    const training = randomSet(21, 1, 1, 1);
    const validation = randomSet(300, 1, 1, 2);
    const start = initialWeights(model, 4);
    for (const loss of ['mse', 'mae'] as const) {
      const still = options({ loss, epochs: 2, batchSize: 8, optimizer: { ...sgd, learningRate: 0 } });
      const { history } = await builtinEngine.fit(model, start, training, validation, still);
      for (const epoch of [0, 1]) {
        expect(history.loss[epoch]).toBeCloseTo(plainLoss(loss, model, plain(start), training), 6);
        expect(history.mae[epoch]).toBeCloseTo(plainLoss('mae', model, plain(start), training), 6);
        expect(history.val_loss[epoch]).toBeCloseTo(plainLoss(loss, model, plain(start), validation), 6);
        expect(history.val_mae[epoch]).toBeCloseTo(plainLoss('mae', model, plain(start), validation), 6);
      }
      const moving = options({ loss, batchSize: 8, optimizer: { ...sgd, learningRate: 0.05 } });
      const moved = await builtinEngine.fit(model, start, training, validation, moving);
      expect(moved.history.val_loss[0]).toBeCloseTo(
        plainLoss(loss, model, plain(moved.weights), validation),
        6,
      );
      expect(moved.history.loss[0]).not.toBeCloseTo(plainLoss(loss, model, plain(start), training), 6);
    }
  });

  it('gives the same weights and history for the same seeds, and leaves its inputs as they were', async () => {
    const [, planned] = trainingPlan(sineProject);
    const sets = sampleSets(drawRunData(sineProject));
    if (!planned) throw new Error('The tutorial has two models.');
    const startCopy = structuredClone(planned.initialWeights);
    const fit = (shuffleSeed: number): ReturnType<typeof builtinEngine.fit> =>
      builtinEngine.fit(planned.model, planned.initialWeights, sets.training, sets.validation, {
        ...planned.options,
        epochs: 3,
        shuffleSeed,
      });
    const [first, second, other] = [await fit(1), await fit(1), await fit(2)];
    expect(second).toEqual(first);
    expect(other.history.loss).not.toEqual(first.history.loss);
    expect(planned.initialWeights).toEqual(startCopy);
  });

  it.each([1, 5, 30])(
    'stopped after epoch %i, returns the weights of the epoch with the lowest val_loss',
    async (last) => {
      const model = modelOf(shapes[1]!);
      const validation = randomSet(40, 1, 1, 7);
      const seen: { log: EpochLog; weights: readonly DenseWeights[] }[] = [];
      const result = await builtinEngine.fit(
        model,
        initialWeights(model, 2),
        randomSet(50, 1, 1, 6),
        validation,
        options({ epochs: 100, optimizer: { ...sgd, learningRate: 0.3 } }),
        {
          onEpochEnd: (log, weights) => {
            seen.push({ log, weights: structuredClone(weights) });
          },
          shouldStop: () => seen.length === last,
        },
      );
      expect(result.stopped).toBe(true);
      expect(result.history.loss).toHaveLength(last);
      const lowest = Math.min(...seen.map(({ log }) => log.val_loss));
      const best = seen.find(({ log }) => log.val_loss === lowest);
      expect(result.bestEpoch).toBe(best?.log.epoch);
      expect(result.weights.map(({ kernel }) => [...kernel])).toEqual(
        best?.weights.map(({ kernel }) => [...kernel]),
      );
      const { mse } = evaluateErrors(
        await builtinEngine.predict(model, result.weights, validation.inputs),
        validation.targets,
      );
      expect(mse).toBeCloseTo(lowest, 6);
    },
  );

  it('a stop asked for in the last epoch changes nothing', async () => {
    const model = modelOf(shapes[0]!);
    const result = await builtinEngine.fit(
      model,
      initialWeights(model, 2),
      randomSet(9, 1, 1, 1),
      noSamples,
      options(),
      {
        shouldStop: () => true,
      },
    );
    expect(result.stopped).toBe(false);
  });

  it.each([NaN, Infinity, -Infinity])('refuses to train on %d and names the sample', async (bad) => {
    const model = modelOf({ inputSize: 3, units: [2] });
    for (const sample of [1, 4, 6]) {
      for (const part of ['inputs', 'targets'] as const) {
        const set = randomSet(6, 3, 2, 1);
        set[part][(sample - 1) * (part === 'inputs' ? 3 : 2) + 1] = bad;
        const sound = randomSet(6, 3, 2, 2);
        await expect(
          builtinEngine.fit(model, initialWeights(model, 1), set, sound, options()),
        ).rejects.toMatchObject({
          sentence: { id: 'nn.trainingSampleNotFinite', args: { sample } },
        });
        await expect(
          builtinEngine.fit(model, initialWeights(model, 1), sound, set, options()),
        ).rejects.toMatchObject({
          sentence: { id: 'nn.validationSampleNotFinite', args: { sample } },
        });
      }
    }
  });

  it('ends with what to change when training diverges, whatever the optimiser', async () => {
    const model = modelOf(shapes[1]!);
    const set = randomSet(64, 1, 1, 3);
    for (const optimizer of [
      { name: 'sgd', learningRate: 1e9, momentum: 0 },
      { name: 'sgd', learningRate: 1e9, momentum: 0.9 },
      { name: 'rmsprop', learningRate: 1e30, rho: 0.9, epsilon: 1e-7 },
      { name: 'adam', learningRate: 1e30, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
    ] as const) {
      const fit = builtinEngine.fit(
        model,
        initialWeights(model, 1),
        set,
        set,
        options({ epochs: 50, optimizer }),
      );
      await expect(fit).rejects.toMatchObject({ sentence: { id: 'nn.diverged' } });
    }
    await expect(
      builtinEngine.fit(model, initialWeights(model, 1), noSamples, set, options()),
    ).rejects.toMatchObject({
      sentence: { id: 'nn.noTrainingSamples' },
    });
  });
});

/** Central difference; the loss of a network with ReLU is piecewise quadratic, so it is exact but for rounding and bends. */
function numericalSlope(valueAt: (moved: number) => number, at: number): number {
  const step = 1e-6;
  return (valueAt(at + step) - valueAt(at - step)) / (2 * step);
}
