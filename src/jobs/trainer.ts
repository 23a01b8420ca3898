/** What trains one model at a time: the service of the training worker, or in a test the engine itself. */
import type { EpochLog, FitOptions, FitResult, SampleSet } from '../core/nn/engine';
import type { FitMoment, FitSnapshots } from '../core/nn/fitSnapshots';
import type { ModelDescription, ModelWeights } from '../core/nn/model';
import type { EngineName, TrainedProject } from '../protocol/trainingWorker';

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

/** `engine` is the one that really ran. */
export interface FitReply extends FitResult, Pick<TrainedProject, 'engine' | 'library' | 'notice'> {
  /** Where `fitInputs` asked for them. */
  readonly snapshots?: FitSnapshots;
  readonly seconds: number;
}

/** `newest` is the network after the last of the epochs, where the request asked for it. */
export type OnEpochs = (logs: readonly EpochLog[], newest?: FitMoment) => void;

export interface Trainer {
  /** `onEpochs` gets every finished epoch once and in order, all of them before the promise is settled. */
  fit(request: FitRequest, onEpochs: OnEpochs): Promise<FitReply>;
  /** Ends the fit under way after its epoch, with the best weights so far. */
  stop(): void;
}
