/** Between the extension host (or terminal) and the worker that trains. One worker trains one model at a time. */
import type { EpochLog, FitOptions, FitResult, SampleSet } from '../core/nn/engine';
import type { FitMoment, FitSnapshots } from '../core/nn/fitSnapshots';
import type { ModelDescription, ModelWeights } from '../core/nn/model';
import type { Sentence } from '../../l10n/sentences';

export type EngineName = 'builtin' | 'tensorflow';

/** As pages and reports name it: `builtin`, or `tensorflow (tfjs-node 4.22.0)`. */
export function engineLabel(engine: EngineName, library: string | undefined): string {
  return library === undefined ? engine : `${engine} (${library})`;
}

export interface FitRequest {
  readonly engine: EngineName;
  /** Folder in which the person says that tfjs-node is; only the engine `tensorflow` looks there. */
  readonly tensorflowPath?: string;
  readonly model: ModelDescription;
  readonly initialWeights: ModelWeights;
  readonly training: SampleSet;
  readonly validation: SampleSet;
  readonly options: FitOptions;
  /** [points, inputSize]: where to ask the network while it learns. Without it, no snapshots are kept. */
  readonly fitInputs?: Float32Array;
}

/** Host to worker. `stop` ends the running fit after its epoch; its reply then says `stopped: true`. */
export interface TrainingClientSide {
  readonly event: { readonly type: 'stop' };
  readonly requests: {
    readonly fit: { readonly params: FitRequest; readonly result: FitReply };
  };
}

export interface FitReply extends FitResult {
  /** Where `fitInputs` asked for them. */
  readonly snapshots?: FitSnapshots;
  /** Which engine really ran, and for how long. */
  readonly engine: EngineName;
  readonly seconds: number;
  /** Name and version of the library that computed, where the engine can have several: `tfjs-node 4.22.0`. */
  readonly library?: string;
  /** What to tell the person once: that another library than the native one computed, and why. */
  readonly notice?: readonly Sentence[];
}

/** Worker to host: finished epochs, in order, several at a time so that a fast training does not flood the host. */
export interface TrainingWorkerSide {
  readonly event: {
    readonly type: 'epochs';
    readonly logs: readonly EpochLog[];
    /** The network after the last of them, where `fitInputs` asked for it. */
    readonly newest?: FitMoment;
  };
  readonly requests: Readonly<Record<string, never>>;
}
