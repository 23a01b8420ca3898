/** What a training job tells while it works: the page's state and the terminal's progress are both made of it. */
import type { RunConverted, RunData, RunModel, RunModelResult, DeviceCurve } from '../core/project/run';
import type { EpochLog } from '../core/nn/engine';
import type { FitMoment, FitSnapshots } from '../core/nn/fitSnapshots';
import type { EngineName, FitReply, FitRequest } from '../protocol/trainingWorker';

export type TrainingEvent =
  | { readonly phase: 'data'; readonly data: RunData; readonly models: readonly RunModel[] }
  /** `models[model]` starts to learn. */
  | { readonly phase: 'training'; readonly model: number }
  /** Finished epochs, in order; `newest` is the network after the last of them, where snapshots are asked for. */
  | {
      readonly phase: 'epochs';
      readonly model: number;
      readonly logs: readonly EpochLog[];
      readonly newest?: FitMoment;
    }
  | {
      readonly phase: 'trained';
      readonly model: number;
      readonly engine: EngineName;
      /** Which library the engine computed with, where it can have several. */
      readonly library?: string;
      readonly result: RunModelResult;
      readonly snapshots?: FitSnapshots;
    }
  | { readonly phase: 'converting' }
  | {
      readonly phase: 'converted';
      readonly converted: readonly RunConverted[];
      readonly device: DeviceCurve;
    };

/** Trains one model at a time: the training worker, or in a test the engine itself. */
export interface Trainer {
  fit(
    request: FitRequest,
    onEpochs: (logs: readonly EpochLog[], newest?: FitMoment) => void,
  ): Promise<FitReply>;
  /** Ends the fit under way after its epoch, with the best weights so far. */
  stop(): void;
}
