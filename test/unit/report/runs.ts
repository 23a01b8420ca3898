/** Runs of many kinds: stuck and not, over- and underfit, few epochs, no noise, one neuron, drawn data and files. */
import type { CsvSamples } from '../../../src/core/data/csvSamples';
import type { Layer } from '../../../src/core/nn/model';
import type { Project, SineSource } from '../../../src/core/project/project';
import { sineProject } from '../../../src/core/project/sineProject';
import { trainProject } from '../../../src/jobs/trainProject';
import type { TrainedProject } from '../../../src/protocol/trainingWorker';
import { directTrainer } from './directTrainer';

export interface Kind {
  readonly seed: number;
  readonly epochs: number;
  readonly neurons?: readonly number[];
  /** Of the hidden layers. */
  readonly activation?: Layer['activation'];
  readonly data?: Partial<SineSource>;
  readonly training?: Partial<Project['training']>;
  /** A file in place of the sine: what stands in its row number `row`, the target last. */
  readonly file?: { readonly rows: number; readonly row: (row: number) => readonly number[] };
}

const adam = (learningRate: number): Project['training']['optimizer'] => ({
  name: 'adam',
  learningRate,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-7,
});
const few = { samples: 15, noise: 0.5 };
const fast = { optimizer: adam(0.01) };
/** Looks random, and is the same in every run. */
const chance = (row: number): number => ((Math.sin(row * 12.9898) * 43758.5453) % 1) - 0.5;

export const kinds: Readonly<Record<string, Kind>> = {
  'seed 1': { seed: 1, epochs: 250 },
  'seed 2': { seed: 2, epochs: 250 },
  'seed 3': { seed: 3, epochs: 250 },
  'seed 4': { seed: 4, epochs: 250 },
  'long, seed 5': { seed: 5, epochs: 500 },
  'two layers, seed 1': { seed: 1, epochs: 150, neurons: [16, 16] },
  'two layers, seed 6': { seed: 6, epochs: 150, neurons: [16, 16] },
  'two layers, adam': { seed: 7, epochs: 120, neurons: [16, 16], training: fast },
  'two layers, fast': { seed: 8, epochs: 60, neurons: [32, 32], training: { optimizer: adam(0.005) } },
  'large steps': { seed: 1, epochs: 60, training: { optimizer: adam(0.3) } },
  'three epochs': { seed: 1, epochs: 3 },
  'one epoch': { seed: 2, epochs: 1 },
  'ten epochs': { seed: 3, epochs: 10 },
  slow: { seed: 1, epochs: 40, training: { optimizer: adam(0.0001) } },
  'no noise': { seed: 1, epochs: 120, data: { noise: 0 } },
  'no noise, two layers': { seed: 4, epochs: 120, neurons: [16, 16], data: { noise: 0 } },
  'much noise': { seed: 4, epochs: 120, neurons: [16, 16], data: { noise: 1 }, training: fast },
  'no noise, stuck': { seed: 1, epochs: 600, data: { noise: 0 } },
  'far more noise than sine': { seed: 1, epochs: 60, data: { noise: 100 } },
  'few samples, stuck': { seed: 1, epochs: 600, data: { samples: 100, seed: 3 } },
  'two samples validate': { seed: 1, epochs: 300, data: { samples: 10 } },
  'no activation': { seed: 1, epochs: 60, neurons: [8], activation: 'linear', training: fast },
  'two layers, stuck': { seed: 12, epochs: 200, neurons: [3, 3] },
  'steps too short': { seed: 1, epochs: 100, training: { optimizer: adam(1e-7) } },
  'one neuron': { seed: 1, epochs: 150, neurons: [1] },
  'one neuron, seed 2': { seed: 2, epochs: 150, neurons: [1] },
  'one neuron, seed 9': { seed: 9, epochs: 300, neurons: [1], training: fast },
  'no hidden layer': { seed: 1, epochs: 100, neurons: [] },
  'few noisy samples': { seed: 1, epochs: 1500, neurons: [64, 64], data: few, training: fast },
  'few noisy samples, seed 3': { seed: 3, epochs: 1500, neurons: [64, 64], data: few, training: fast },
  'absolute error': { seed: 2, epochs: 100, neurons: [16, 16], training: { loss: 'mae' } },
  'other data': { seed: 5, epochs: 100, data: { seed: 7, samples: 300 } },
  'third data': { seed: 5, epochs: 60, data: { seed: 12, samples: 200 } },
  'one batch': { seed: 6, epochs: 150, training: { batchSize: 600 } },
  'a weight tensor of 1024': { seed: 1, epochs: 20, neurons: [32, 32], training: fast },
  'a file: a line': {
    seed: 1,
    epochs: 60,
    training: fast,
    file: { rows: 200, row: (row) => [row / 50, 3 - row / 100 + 0.1 * chance(row)] },
  },
  'a file: a curve': {
    seed: 1,
    epochs: 100,
    neurons: [32],
    training: fast,
    file: { rows: 300, row: (row) => [row / 50, (row / 50 - 3) ** 2 + 0.1 * chance(row)] },
  },
  'a file: nothing to learn': {
    seed: 1,
    epochs: 15,
    neurons: [4],
    file: { rows: 300, row: (row) => [chance(row + 7), chance(3 * row + 1)] },
  },
  'a file: few rows by heart': {
    seed: 2,
    epochs: 1500,
    neurons: [64, 64],
    training: fast,
    file: { rows: 20, row: (row) => [row / 10, chance(row)] },
  },
  'a file: a sum of two columns': {
    seed: 1,
    epochs: 100,
    neurons: [],
    training: { optimizer: adam(0.05) },
    file: { rows: 200, row: (row) => [chance(row), chance(3 * row), chance(row) + 2 * chance(3 * row)] },
  },
  'a file: one value to predict': {
    seed: 1,
    epochs: 100,
    neurons: [4],
    training: fast,
    file: { rows: 100, row: (row) => [row / 10, 5] },
  },
  'a file: a narrow column': {
    seed: 1,
    epochs: 60,
    neurons: [2],
    file: { rows: 200, row: (row) => [row / 1e6, chance(row)] },
  },
  'a file: two columns of unlike ranges': {
    seed: 3,
    epochs: 200,
    neurons: [16],
    training: fast,
    file: { rows: 300, row: (row) => [1000 * chance(row), chance(2 * row), 5 * chance(2 * row)] },
  },
};

export async function train(kind: Kind): Promise<TrainedProject> {
  const { seed, epochs, neurons = [16], activation = 'relu', data, training, file } = kind;
  const layers: Layer[] = [
    ...neurons.map((units): Layer => ({ type: 'dense', units, activation })),
    { type: 'dense', units: 1, activation: 'linear' },
  ];
  const inputs = file
    ? file
        .row(0)
        .slice(0, -1)
        .map((_, column) => `column ${String(column + 1)}`)
    : [];
  const project: Project = {
    ...sineProject,
    data: file
      ? { source: 'csv', file: 'data.csv', inputs, target: 'out', seed: 1, normalize: 'standard' }
      : { ...(sineProject.data as SineSource), ...data },
    training: { ...sineProject.training, ...training, seed },
    models: [{ name: 'only', layers, epochs }],
  };
  const table = file && tableOf(file);
  return trainProject(project, { engine: 'builtin', trainer: directTrainer(), ...(table && { table }) });
}

function tableOf({ rows, row }: NonNullable<Kind['file']>): CsvSamples {
  const all = Array.from({ length: rows }, (_, index) => row(index));
  return {
    rows,
    inputs: Float32Array.from(all.flatMap((values) => values.slice(0, -1))),
    targets: Float32Array.from(all, (values) => values.at(-1) ?? NaN),
    lines: Uint32Array.from(all, (_, row) => row + 2),
  };
}
