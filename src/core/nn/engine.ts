/** The one interface of all training engines, so that they can be exchanged and can judge each other. */
import type { ModelDescription, ModelWeights } from './model';

export type LossName = 'mse' | 'mae';

/** Names and defaults are those of Keras 3. */
export type OptimizerConfig =
  | {
      readonly name: 'rmsprop';
      readonly learningRate: number;
      readonly rho: number;
      readonly epsilon: number;
    }
  | {
      readonly name: 'adam';
      readonly learningRate: number;
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
    }
  | { readonly name: 'sgd'; readonly learningRate: number; readonly momentum: number };

/** Samples in row-major order: `inputs` is [samples, inputSize], `targets` is [samples, outputSize]. */
export interface SampleSet {
  readonly samples: number;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
}

export interface FitOptions {
  readonly epochs: number;
  readonly batchSize: number;
  readonly optimizer: OptimizerConfig;
  readonly loss: LossName;
  /** Seed of the order in which each epoch visits the samples; every engine draws it from `core/data`, so batches are the same. */
  readonly shuffleSeed: number;
}

/** What one epoch left behind. Keras's names: `loss` and `mae` are means over the epoch's batches, `val_*` over the validation set. */
export interface EpochLog {
  /** 1-based. */
  readonly epoch: number;
  readonly loss: number;
  readonly mae: number;
  readonly val_loss: number;
  readonly val_mae: number;
}

/** Keras's `History.history`: one number per finished epoch and metric. */
export interface History {
  readonly loss: readonly number[];
  readonly mae: readonly number[];
  readonly val_loss: readonly number[];
  readonly val_mae: readonly number[];
}

export interface FitCallbacks {
  /** Awaited, so that a worker can take messages between epochs. `weights` are the engine's own: copy what you keep. */
  readonly onEpochEnd?: (log: EpochLog, weights: ModelWeights) => void | Promise<void>;
  /** Asked after each epoch; `true` ends training with the best weights so far (lowest `val_loss`). */
  readonly shouldStop?: () => boolean;
}

export interface FitResult {
  /** Weights after the last epoch; after a stop, those of `bestEpoch`. */
  readonly weights: ModelWeights;
  readonly history: History;
  /** Epoch with the lowest `val_loss`, 1-based. */
  readonly bestEpoch: number;
  readonly stopped: boolean;
}

export interface Engine {
  readonly name: 'builtin' | 'tensorflow';
  fit(
    model: ModelDescription,
    initialWeights: ModelWeights,
    training: SampleSet,
    validation: SampleSet,
    options: FitOptions,
    callbacks?: FitCallbacks,
  ): Promise<FitResult>;
  /** `inputs` [samples, inputSize] to outputs [samples, outputSize]. */
  predict(model: ModelDescription, weights: ModelWeights, inputs: Float32Array): Promise<Float32Array>;
}
