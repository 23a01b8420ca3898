/** The training worker as the extension host and the terminal see it. */
import { problem } from '../core/problem';
import type {
  TrainedProject,
  TrainingClientSide,
  TrainingEvent,
  TrainingWorkerSide,
  TrainRequest,
} from '../protocol/trainingWorker';
import { WorkerChannel } from './workerChannel';

export interface TrainingOptions {
  /** Gets everything in order, all of it before the promise is settled. */
  readonly onEvent?: (event: TrainingEvent) => void;
  /** Aborted by Stop: the epoch under way ends, and the best weights so far are converted. */
  readonly signal?: AbortSignal;
}

export interface TrainingClient {
  /**
   * The whole training, from the data to the files, in the worker. Rejects with a Problem when the training failed, or when
   * the worker could not start, died or was disposed of. The request is copied: the caller's arrays stay usable.
   */
  train(request: TrainRequest, options?: TrainingOptions): Promise<TrainedProject>;
  /** Ends the worker at once. Resolves when its thread is gone. */
  dispose(): Promise<void>;
}

/** `scriptPath` is the absolute path of the bundled `training.worker.js`. The worker starts now and serves until disposed of. */
export function startTrainingWorker(scriptPath: string): TrainingClient {
  let tell: (event: TrainingEvent) => void = () => undefined;
  let isTraining = false;
  const worker = new WorkerChannel<TrainingClientSide, TrainingWorkerSide>(scriptPath, {
    handlers: {},
    onEvent: ({ progress }) => tell(progress),
    failed: (reason) => problem('nn.workerFailed', { reason }),
    exited: (code) => problem('nn.workerEnded', { code }),
  });
  const stop = (): void => worker.send({ type: 'stop' });
  return {
    async train(request, { onEvent = () => undefined, signal } = {}) {
      if (worker.ended) throw worker.ended;
      if (isTraining) throw problem('nn.alreadyTraining');
      isTraining = true;
      tell = onEvent;
      signal?.addEventListener('abort', stop);
      try {
        const trained = worker.request('train', request);
        if (signal?.aborted === true) stop();
        return await trained;
      } finally {
        signal?.removeEventListener('abort', stop);
        isTraining = false;
        tell = () => undefined;
      }
    },
    dispose: () => worker.terminate(problem('nn.workerClosed')),
  };
}
