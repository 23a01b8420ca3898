/**
 * What differs between engines: how a batch is computed and learned from. The order of the samples, the figures of an
 * epoch, Stop and the best weights are the same for all (`runEpochs.ts`).
 */
import type { ModelWeights } from './model';

export interface BatchComputer {
  /** Largest number of samples of one call. */
  readonly rows: number;
  readonly outputSize: number;
  /** [rows, inputSize]: the caller writes a batch here. */
  readonly inputs: Float32Array;
  /** Outputs of the first `count` samples, [count, outputSize] or longer; valid until the next call. */
  compute(count: number): Float32Array;
}

export interface BatchLearner extends BatchComputer {
  /** [rows, outputSize]: the caller writes what is wanted here; only `learn` reads it. */
  readonly targets: Float32Array;
  /** One step of the optimiser on the mean loss of the first `count` samples; the outputs are those before the step. */
  learn(count: number): Float32Array;
  /** Makes `parameters` and `weights` those after the last step. */
  readParameters(): void;
  /** All weights in one array, laid out as `flatWeights` says. */
  readonly parameters: Float32Array;
  /** The same memory as `parameters`, by layer. */
  readonly weights: ModelWeights;
}
