import { describe, expect, it } from 'vitest';
import type { Layer } from '../../../src/core/nn/model';
import type { Project, SineSource } from '../../../src/core/project/project';
import { sineProject } from '../../../src/core/project/sineProject';
import { modelFindings } from '../../../src/core/report/modelFindings';
import { readModel } from '../../../src/core/tflite/read';
import { trainProject, type TrainedProject } from '../../../src/jobs/trainProject';
import type { Sentence } from '../../../l10n/sentences';
import { directTrainer } from './directTrainer';

interface Kind {
  readonly seed: number;
  readonly epochs: number;
  readonly neurons?: readonly number[];
  readonly data?: Partial<SineSource>;
  readonly training?: Partial<Project['training']>;
}

const adam = (learningRate: number): Project['training']['optimizer'] => ({
  name: 'adam',
  learningRate,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-7,
});
const few = { samples: 15, noise: 0.5 };

/** Stuck and not, over- and underfit, few epochs, no noise, one neuron. */
const kinds: Readonly<Record<string, Kind>> = {
  'seed 1': { seed: 1, epochs: 250 },
  'seed 2': { seed: 2, epochs: 250 },
  'seed 3': { seed: 3, epochs: 250 },
  'seed 4': { seed: 4, epochs: 250 },
  'long, seed 5': { seed: 5, epochs: 500 },
  'two layers, seed 1': { seed: 1, epochs: 150, neurons: [16, 16] },
  'two layers, seed 6': { seed: 6, epochs: 150, neurons: [16, 16] },
  'two layers, adam': { seed: 7, epochs: 120, neurons: [16, 16], training: { optimizer: adam(0.01) } },
  'two layers, fast': { seed: 8, epochs: 60, neurons: [32, 32], training: { optimizer: adam(0.005) } },
  'three epochs': { seed: 1, epochs: 3 },
  'one epoch': { seed: 2, epochs: 1 },
  'ten epochs': { seed: 3, epochs: 10 },
  slow: { seed: 1, epochs: 40, training: { optimizer: adam(0.0001) } },
  'no noise': { seed: 1, epochs: 120, data: { noise: 0 } },
  'no noise, two layers': { seed: 4, epochs: 120, neurons: [16, 16], data: { noise: 0 } },
  'one neuron': { seed: 1, epochs: 150, neurons: [1] },
  'one neuron, seed 2': { seed: 2, epochs: 150, neurons: [1] },
  'one neuron, seed 9': { seed: 9, epochs: 300, neurons: [1], training: { optimizer: adam(0.01) } },
  'no hidden layer': { seed: 1, epochs: 100, neurons: [] },
  'few noisy samples': {
    seed: 1,
    epochs: 1500,
    neurons: [64, 64],
    data: few,
    training: { optimizer: adam(0.01) },
  },
  'few noisy samples, seed 3': {
    seed: 3,
    epochs: 1500,
    neurons: [64, 64],
    data: few,
    training: { optimizer: adam(0.01) },
  },
  'absolute error': { seed: 2, epochs: 100, neurons: [16, 16], training: { loss: 'mae' } },
  'other data': { seed: 5, epochs: 100, data: { seed: 7, samples: 300 } },
  'one batch': { seed: 6, epochs: 150, training: { batchSize: 600 } },
};

async function train({ seed, epochs, neurons = [16], data, training }: Kind): Promise<TrainedProject> {
  const layers: Layer[] = [
    ...neurons.map((units): Layer => ({ type: 'dense', units, activation: 'relu' })),
    { type: 'dense', units: 1, activation: 'linear' },
  ];
  const project: Project = {
    ...sineProject,
    data: { ...(sineProject.data as SineSource), ...data },
    training: { ...sineProject.training, ...training, seed },
    models: [{ name: 'only', layers, epochs }],
  };
  return trainProject(project, { engine: 'builtin', trainer: directTrainer() });
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const sorted = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);

/** Asserts what a sentence says, from the run alone, with sums of its own. */
function holds({ id, args }: Sentence, { data, models, files }: TrainedProject): void {
  const { history, result } = models[0]!;
  const { x, y, clean, trainEnd, testEnd } = data;
  const squares = (a: Float32Array, from: number, to: number): number =>
    average([...y.slice(from, to)].map((value, index) => (value - a[from + index]!) ** 2));
  const [train, validation] = [
    squares(result!.predictions, 0, trainEnd),
    squares(result!.predictions, testEnd, y.length),
  ];
  const [trainNoise, validationNoise] = [squares(clean!, 0, trainEnd), squares(clean!, testEnd, y.length)];
  const near = (key: string, value: number): void => {
    expect(Math.abs(Number(args[key]) - value), `${id} ${key}`).toBeLessThanOrEqual(
      1e-6 * Math.abs(value) + 1e-12,
    );
  };
  const losses = history.val_loss;
  const [best] = sorted(losses);
  switch (id) {
    case 'training.verdict.plain':
      expect(trainNoise).toBe(0);
      break;
    case 'training.verdict.nearNoise':
      expect(train / trainNoise).toBeLessThanOrEqual(1.5);
      expect(validation / validationNoise).toBeLessThanOrEqual(1.5 * (train / trainNoise));
      break;
    case 'training.verdict.underfits':
      expect(train).toBeGreaterThan(1.5 * trainNoise);
      expect(validation / validationNoise).toBeLessThanOrEqual(1.5 * (train / trainNoise));
      break;
    case 'training.verdict.overfits':
      expect(validation / validationNoise).toBeGreaterThan(1.5 * (train / trainNoise));
      break;
    case 'report.fewEpochs':
      expect(history.loss.length).toBeLessThan(10);
      near('epochs', history.loss.length);
      break;
    case 'report.stuck':
    case 'report.stillLearning': {
      const half = Math.floor(history.loss.length / 2);
      const [firstBest = NaN] = sorted(history.loss.slice(0, half));
      const [allBest = NaN] = sorted(history.loss);
      near('before', firstBest);
      near('after', allBest);
      if (id === 'report.stuck') expect(allBest).toBeGreaterThanOrEqual(0.95 * firstBest);
      else expect(allBest).toBeLessThan(0.95 * firstBest);
      break;
    }
    case 'report.bendsInside':
    case 'report.bendsOutside': {
      const bends = bendsInFile(files.get('sine_model.tflite')!);
      const [low = NaN, high = NaN] = [sorted(x)[0], sorted(x).at(-1)];
      const inside = sorted(bends.filter((at) => at > low && at < high));
      near('units', bends.length);
      near('low', low);
      near('high', high);
      if (id === 'report.bendsOutside') expect(inside).toEqual([]);
      else {
        near('inside', inside.length);
        expect(args.places).toBe(inside.map((at) => at.toFixed(2)).join(', '));
      }
      break;
    }
    case 'report.enoughEpochs': {
      const epoch = Number(args.epoch);
      near('loss', losses[epoch - 1]!);
      near('best', best!);
      near('epochs', losses.length);
      expect(losses[Number(args.bestEpoch) - 1]).toBe(best);
      expect(epoch).toBeLessThanOrEqual(0.8 * losses.length);
      for (const later of losses.slice(epoch))
        expect(1 - later / losses[epoch - 1]!).toBeLessThanOrEqual(0.02);
      expect(losses.slice(0, epoch - 1).every((earlier) => earlier > 1.02 * best!)).toBe(true);
      break;
    }
    case 'report.validationBelow':
      expect(validation).toBeLessThan(train);
      near('training', train);
      near('validation', validation);
      near('trainingNoise', trainNoise);
      near('validationNoise', validationNoise);
      break;
    case 'report.units': {
      const test = [...y.slice(trainEnd, testEnd)];
      const errors = test.map((value, index) => value - result!.predictions[trainEnd + index]!);
      near('mse', average(errors.map((error) => error ** 2)));
      near('root', Math.sqrt(average(errors.map((error) => error ** 2))));
      near('mae', average(errors.map(Math.abs)));
      near('low', sorted(test)[0]!);
      near('high', sorted(test).at(-1)!);
      break;
    }
    default:
      throw new Error(`No calculation for ${id}`);
  }
}

/** From the weights that were written, not from those that were trained. */
function bendsInFile(bytes: Uint8Array): number[] {
  const model = readModel(bytes);
  const [{ tensors, operators }] = model.subgraphs as [(typeof model.subgraphs)[number]];
  const [, weights, bias] = operators[0]!.inputs.map((index) => {
    const buffer = model.buffers[tensors[index]!.buffer]!;
    return buffer.length === 0 ? [] : [...new Float32Array(buffer.slice().buffer)];
  });
  return weights!.map((weight, neuron) => Math.fround(-bias![neuron]! / weight));
}

describe('what a report says of a model', () => {
  const seen = new Set<string>();

  it.each(Object.keys(kinds))('is true of the run: %s', async (name) => {
    const trained = await train(kinds[name]!);
    const said = modelFindings(trained.data, trained.models[0]!);
    expect(said.length).toBeGreaterThanOrEqual(2);
    for (const one of said) {
      holds(one, trained);
      seen.add(one.id);
    }
  });

  it('had every sentence among these runs', () => {
    expect([...seen].sort()).toEqual([
      'report.bendsInside',
      'report.bendsOutside',
      'report.enoughEpochs',
      'report.fewEpochs',
      'report.stillLearning',
      'report.stuck',
      'report.units',
      'report.validationBelow',
      'training.verdict.nearNoise',
      'training.verdict.overfits',
      'training.verdict.plain',
      'training.verdict.underfits',
    ]);
  });
});
