/** The engines, as a training asks for them: one fit at a time, with epochs told in batches, and Stop heard between them. */
import type { EpochLog } from '../core/nn/engine';
import { SnapshotKeeper } from '../core/nn/snapshotKeeper';
import { problem } from '../core/problem';
import type { FitReply, FitRequest, OnEpochs, Trainer } from '../jobs/trainer';
import { engineFor } from './trainingEngines';

/** Every frame of a page would be 17 ms; a little less often looks as smooth, and reports do not pile up on their way. */
const reportIntervalMs = 22;
/** How long training may keep the message loop waiting, and so how late `stop` can be heard (or an epoch, if longer). */
const turnMs = 15;

export class TrainingService implements Trainer {
  private running = false;
  private stopAsked = false;

  async fit(request: FitRequest, onEpochs: OnEpochs): Promise<FitReply> {
    if (this.running) throw problem('nn.alreadyTraining');
    this.running = true;
    this.stopAsked = false;
    let unreported: EpochLog[] = [];
    const started = performance.now();
    let reportedAt = started;
    let turnStarted = started;
    const keeper = keeperFor(request);
    keeper?.add(0, request.initialWeights);
    const reportAll = (): void => {
      if (unreported.length > 0) onEpochs(unreported, keeper?.newest);
      unreported = [];
    };

    try {
      const { engine, ...about } = engineFor(request.engine, request.tensorflowPath);
      const { model, initialWeights, training, validation, options } = request;
      const result = await engine.fit(model, initialWeights, training, validation, options, {
        onEpochEnd: async (log, weights) => {
          unreported.push(log);
          keeper?.add(log.epoch, weights);
          const now = performance.now();
          if (now - reportedAt >= reportIntervalMs) {
            reportAll();
            reportedAt = now;
          }
          if (now - turnStarted >= turnMs) {
            await nextTurn();
            turnStarted = performance.now();
          }
        },
        shouldStop: () => this.stopAsked,
      });
      const seconds = (performance.now() - started) / 1000;
      // After a stop these are the weights of an earlier epoch, which need not be among those kept.
      keeper?.insert(result.stopped ? result.bestEpoch : result.history.loss.length, result.weights);
      const snapshots = keeper && { snapshots: keeper.snapshots };
      return { ...result, ...about, ...snapshots, engine: engine.name, seconds };
    } finally {
      reportAll();
      this.running = false;
    }
  }

  /** Nothing happens when there is no fit. */
  stop(): void {
    this.stopAsked = true;
  }
}

function keeperFor({ model, fitInputs, options, training }: FitRequest): SnapshotKeeper | undefined {
  if (!fitInputs) return undefined;
  return new SnapshotKeeper(model, fitInputs, {
    epochs: options.epochs,
    spread: deviation(training.targets),
  });
}

/** Standard deviation; 1 where all values are the same. */
function deviation(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return variance > 0 ? Math.sqrt(variance) : 1;
}

/** Lets waiting messages be delivered. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
