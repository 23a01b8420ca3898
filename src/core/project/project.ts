/** What a `tinyml.json` says: everything that decides which weights and which files come out, and nothing else. */
import type { LossName, OptimizerConfig } from '../nn/engine';
import type { Layer } from '../nn/model';

/** y = sin x + `noise` · N(0, 1), x uniform in [0, 2π), from NumPy's `RandomState(seed)`. */
export interface SineSource {
  readonly source: 'sine';
  readonly samples: number;
  readonly seed: number;
  readonly noise: number;
}

export type DataSource = SineSource;

/** Shares of the shuffled data, in this order: training, test, validation. They sum to 1. */
export interface Split {
  readonly train: number;
  readonly test: number;
  readonly validation: number;
}

export interface ProjectModel {
  readonly name: string;
  readonly layers: readonly Layer[];
  readonly epochs: number;
}

export interface TrainingOptions {
  readonly optimizer: OptimizerConfig;
  readonly loss: LossName;
  readonly batchSize: number;
  /** Seed of initial weights and of the order of samples. */
  readonly seed: number;
}

export interface Project {
  readonly version: 1;
  /** Prefix of the files made: `sine_model` gives `sine_model.tflite`. */
  readonly name: string;
  readonly data: DataSource;
  readonly split: Split;
  readonly training: TrainingOptions;
  /** The last one is converted; the others are there to compare with. */
  readonly models: readonly ProjectModel[];
}
