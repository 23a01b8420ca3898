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

/** Rows of a CSV file whose first line names its columns; every field that is used is a number. */
export interface CsvSource {
  readonly source: 'csv';
  /** Relative to the project file, with `/`. */
  readonly file: string;
  /** Names of columns; at least one. */
  readonly inputs: readonly string[];
  readonly target: string;
  /** Of the shuffle before the split. */
  readonly seed: number;
  /** `standard`: trained at mean 0 and deviation 1, then folded into the weights, so that files take and give plain units. */
  readonly normalize: 'standard' | 'none';
}

export type DataSource = SineSource | CsvSource;

/** Number of values in one sample. */
export function inputSize(data: DataSource): number {
  return data.source === 'csv' ? data.inputs.length : 1;
}

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
