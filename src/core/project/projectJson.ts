/** A project as the text of `tinyml.json`: the same project gives the same bytes. */
import type { OptimizerConfig } from '../nn/engine';
import type { DataSource, Project } from './project';

export function projectJson(project: Project): string {
  const { version, name, data, split, training, models } = project;
  const ordered = {
    version,
    name,
    data: orderedData(data),
    split: { train: split.train, test: split.test, validation: split.validation },
    training: {
      optimizer: orderedOptimizer(training.optimizer),
      loss: training.loss,
      batchSize: training.batchSize,
      seed: training.seed,
    },
    models: models.map((model) => ({
      name: model.name,
      layers: model.layers.map(({ type, units, activation }) => ({ type, units, activation })),
      epochs: model.epochs,
    })),
  };
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}

function orderedData(data: DataSource): DataSource {
  const { source, seed } = data;
  if (source === 'sine') return { source, samples: data.samples, seed, noise: data.noise };
  const { file, inputs, target, normalize } = data;
  return { source, file, inputs, target, seed, normalize };
}

/** Written out, because the keys of an object that somebody made stand in whatever order they were made. */
function orderedOptimizer(optimizer: OptimizerConfig): OptimizerConfig {
  const { name, learningRate } = optimizer;
  switch (name) {
    case 'rmsprop':
      return { name, learningRate, rho: optimizer.rho, epsilon: optimizer.epsilon };
    case 'adam':
      return {
        name,
        learningRate,
        beta1: optimizer.beta1,
        beta2: optimizer.beta2,
        epsilon: optimizer.epsilon,
      };
    case 'sgd':
      return { name, learningRate, momentum: optimizer.momentum };
  }
}
