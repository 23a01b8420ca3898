/** What the training worker does, apart from being a worker: one fit at a time, with epochs reported in batches. */
import type { EpochLog } from '../core/nn/engine';
import { problem } from '../core/problem';
import type { FitReply, FitRequest } from '../protocol/trainingWorker';
import { engineFor } from './trainingEngines';

/** Pages draw at 60 frames a second at most; half of that looks as smooth, and costs the host half as much. */
const reportIntervalMs = 30;
/** How long training may keep the message loop waiting, and so how late `stop` can be heard (or an epoch, if longer). */
const turnMs = 15;

export class TrainingService {
  private running = false;
  private stopAsked = false;

  constructor(private readonly report: (logs: readonly EpochLog[]) => void) {}

  /** Ends when training has ended; all its epochs have been reported by then, also when it ends with a Problem. */
  async fit(request: FitRequest): Promise<FitReply> {
    if (this.running) throw problem('nn.alreadyTraining');
    this.running = true;
    this.stopAsked = false;
    let unreported: EpochLog[] = [];
    const started = performance.now();
    let reportedAt = started;
    let turnStarted = started;
    const reportAll = (): void => {
      if (unreported.length > 0) this.report(unreported);
      unreported = [];
    };

    try {
      const { engine, ...about } = engineFor(request.engine, request.tensorflowPath);
      const { model, initialWeights, training, validation, options } = request;
      const result = await engine.fit(model, initialWeights, training, validation, options, {
        onEpochEnd: async (log) => {
          unreported.push(log);
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
      return { ...result, ...about, engine: engine.name, seconds: (performance.now() - started) / 1000 };
    } finally {
      reportAll();
      this.running = false;
    }
  }

  /** Ends the fit under way after its epoch; nothing happens when there is none. */
  stop(): void {
    this.stopAsked = true;
  }
}

/** Lets waiting messages be delivered. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
