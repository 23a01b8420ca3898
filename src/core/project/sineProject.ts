/** The tutorial as a project: what "Train Sine Model" trains, and what a new `tinyml.json` says. */
import type { Project } from './project';

export const sineProject: Project = {
  version: 1,
  name: 'sine_model',
  data: { source: 'sine', samples: 1000, seed: 1337, noise: 0.1 },
  split: { train: 0.6, test: 0.2, validation: 0.2 },
  training: {
    optimizer: { name: 'rmsprop', learningRate: 0.001, rho: 0.9, epsilon: 1e-7 },
    loss: 'mse',
    batchSize: 16,
    seed: 1,
  },
  models: [
    {
      name: 'model_1',
      layers: [
        { type: 'dense', units: 16, activation: 'relu' },
        { type: 'dense', units: 1, activation: 'linear' },
      ],
      epochs: 1000,
    },
    {
      name: 'model_2',
      layers: [
        { type: 'dense', units: 16, activation: 'relu' },
        { type: 'dense', units: 16, activation: 'relu' },
        { type: 'dense', units: 1, activation: 'linear' },
      ],
      epochs: 600,
    },
  ],
};
