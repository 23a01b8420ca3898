/** The training worker as the extension host and the terminal see it. */
import { Worker } from 'node:worker_threads';
import type { EpochLog } from '../core/nn/engine';
import { problem, type Problem } from '../core/problem';
import { Channel } from '../protocol/channel';
import type {
  FitReply,
  FitRequest,
  TrainingClientSide,
  TrainingWorkerSide,
} from '../protocol/trainingWorker';

export interface TrainingClient {
  /**
   * Trains in the worker. `onEpochs` gets every finished epoch once and in order, all of them before the promise is settled.
   * Rejects with a Problem when the training failed, or when the worker could not start, died or was disposed of.
   * The request is copied: the caller's arrays stay usable.
   */
  fit(request: FitRequest, onEpochs: (logs: readonly EpochLog[]) => void): Promise<FitReply>;
  /** Ends the fit under way after its epoch, with the best weights so far. */
  stop(): void;
  /** Ends the worker at once. Resolves when its thread is gone. */
  dispose(): Promise<void>;
}

/** `scriptPath` is the absolute path of the bundled `training.worker.js`. The worker starts now and serves until disposed of. */
export function startTrainingWorker(scriptPath: string): TrainingClient {
  // The host's own flags (inspector, loaders) are not the worker's.
  const worker = new Worker(scriptPath, { execArgv: [] });
  let takeEpochs: (logs: readonly EpochLog[]) => void = () => undefined;
  let ended: Problem | undefined;
  let rejectFit: ((ended: Problem) => void) | undefined;

  const channel = new Channel<TrainingClientSide, TrainingWorkerSide>(
    (envelope) => {
      worker.postMessage(envelope);
    },
    (event) => {
      takeEpochs(event.logs);
    },
    {},
  );
  const end = (why: Problem): void => {
    ended ??= why;
    rejectFit?.(ended);
    channel.dispose();
  };
  worker.on('message', (envelope) => {
    channel.receive(envelope);
  });
  worker.on('messageerror', (error) => {
    end(problem('nn.workerFailed', { reason: error.message }));
  });
  worker.on('error', (error) => {
    end(problem('nn.workerFailed', { reason: error instanceof Error ? error.message : String(error) }));
  });
  worker.on('exit', (code) => {
    end(problem('nn.workerEnded', { code }));
  });

  return {
    async fit(request, onEpochs) {
      if (ended) throw ended;
      if (rejectFit) throw problem('nn.alreadyTraining');
      takeEpochs = onEpochs;
      try {
        return await new Promise<FitReply>((resolve, reject) => {
          rejectFit = reject;
          channel.request('fit', request).then(resolve, reject);
        });
      } finally {
        rejectFit = undefined;
        takeEpochs = () => undefined;
      }
    },
    stop() {
      channel.send({ type: 'stop' });
    },
    async dispose() {
      end(problem('nn.workerClosed'));
      await worker.terminate();
    },
  };
}
