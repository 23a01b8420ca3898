/** The worker that lays out graphs, as the extension host sees it. */
import { problem } from '../core/problem';
import type {
  GraphLayout,
  GraphLayoutClientSide,
  GraphLayoutWorkerSide,
  GraphToLayOut,
} from '../protocol/graphLayout';
import { WorkerChannel } from './workerChannel';

export interface GraphLayoutClient {
  /** Rejects with a Problem when the worker died or was disposed of. The next request starts a new one. */
  layOut(graph: GraphToLayOut): Promise<GraphLayout>;
  /** Ends the worker at once. Resolves when its thread is gone. */
  dispose(): Promise<void>;
}

/** Long chains make the layout call itself deeply. */
const stackSizeMb = 64;

/** `scriptPath` is the absolute path of the bundled `graphLayout.worker.js`. The worker starts with the first request. */
export function graphLayoutClient(scriptPath: string): GraphLayoutClient {
  let running: WorkerChannel<GraphLayoutClientSide, GraphLayoutWorkerSide> | undefined;
  let isDisposed = false;
  let asked = 0;

  const start = (): NonNullable<typeof running> => {
    const started: NonNullable<typeof running> = new WorkerChannel(scriptPath, {
      worker: { resourceLimits: { stackSizeMb } },
      handlers: {},
      failed: (reason) => problem('inspector.layoutFailed', { reason }),
      exited: (code) => problem('inspector.layoutEnded', { code }),
      onEnd: () => {
        if (running === started) running = undefined;
      },
    });
    return started;
  };
  return {
    async layOut(graph) {
      if (isDisposed) throw problem('inspector.layoutClosed');
      running ??= start();
      const worker = running;
      asked++;
      worker.holdProcess(true);
      try {
        return await worker.request('layOut', graph);
      } finally {
        asked--;
        // An idle worker must not keep the host's process alive.
        if (asked === 0) worker.holdProcess(false);
      }
    },
    async dispose() {
      isDisposed = true;
      await running?.terminate(problem('inspector.layoutClosed'));
    },
  };
}
