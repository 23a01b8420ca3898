/** Between the extension host (or terminal) and the worker that trains. One worker trains one model at a time. */
import type { EpochLog, FitOptions, FitResult, SampleSet } from '../core/nn/engine';
import type { ModelDescription, ModelWeights } from '../core/nn/model';

export type EngineName = 'builtin' | 'tensorflow';

export interface FitRequest {
  readonly engine: EngineName;
  readonly model: ModelDescription;
  readonly initialWeights: ModelWeights;
  readonly training: SampleSet;
  readonly validation: SampleSet;
  readonly options: FitOptions;
}

/** Host to worker. `stop` ends the running fit after its epoch; its reply then says `stopped: true`. */
export interface TrainingClientSide {
  readonly event: { readonly type: 'stop' };
  readonly requests: {
    readonly fit: { readonly params: FitRequest; readonly result: FitReply };
  };
}

export interface FitReply extends FitResult {
  /** Which engine really ran, and for how long. */
  readonly engine: EngineName;
  readonly seconds: number;
}

/** Worker to host: finished epochs, in order, several at a time so that a fast training does not flood the host. */
export interface TrainingWorkerSide {
  readonly event: { readonly type: 'epochs'; readonly logs: readonly EpochLog[] };
  readonly requests: Readonly<Record<string, never>>;
}
