/** The training worker as the extension host and the terminal see it. */
import type { EpochLog } from '../core/nn/engine';
import type { FitMoment } from '../core/nn/fitSnapshots';
import { problem } from '../core/problem';
import type {
  FitReply,
  FitRequest,
  TrainingClientSide,
  TrainingWorkerSide,
} from '../protocol/trainingWorker';
import { WorkerChannel } from './workerChannel';

/** `newest` is the network after the last of the epochs, where the request asked for it. */
export type OnEpochs = (logs: readonly EpochLog[], newest?: FitMoment) => void;

export interface TrainingClient {
  /**
   * Trains in the worker. `onEpochs` gets every finished epoch once and in order, all of them before the promise is settled.
   * Rejects with a Problem when the training failed, or when the worker could not start, died or was disposed of.
   * The request is copied: the caller's arrays stay usable.
   */
  fit(request: FitRequest, onEpochs: OnEpochs): Promise<FitReply>;
  /** Ends the fit under way after its epoch, with the best weights so far. */
  stop(): void;
  /** Ends the worker at once. Resolves when its thread is gone. */
  dispose(): Promise<void>;
}

/** `scriptPath` is the absolute path of the bundled `training.worker.js`. The worker starts now and serves until disposed of. */
export function startTrainingWorker(scriptPath: string): TrainingClient {
  let takeEpochs: OnEpochs = () => undefined;
  let isTraining = false;
  const worker = new WorkerChannel<TrainingClientSide, TrainingWorkerSide>(scriptPath, {
    handlers: {},
    onEvent: (event) => takeEpochs(event.logs, event.newest),
    failed: (reason) => problem('nn.workerFailed', { reason }),
    exited: (code) => problem('nn.workerEnded', { code }),
  });
  return {
    async fit(request, onEpochs) {
      if (worker.ended) throw worker.ended;
      if (isTraining) throw problem('nn.alreadyTraining');
      isTraining = true;
      takeEpochs = onEpochs;
      try {
        return await worker.request('fit', request);
      } finally {
        isTraining = false;
        takeEpochs = () => undefined;
      }
    },
    stop: () => worker.send({ type: 'stop' }),
    dispose: () => worker.terminate(problem('nn.workerClosed')),
  };
}
