/** The worker that lays out graphs, as the extension host sees it. */
import { Worker } from 'node:worker_threads';
import { problem, type Problem } from '../core/problem';
import { Channel } from '../protocol/channel';
import type {
  GraphLayout,
  GraphLayoutClientSide,
  GraphLayoutWorkerSide,
  GraphToLayOut,
} from '../protocol/graphLayout';

export interface GraphLayoutClient {
  /** Rejects with a Problem when the worker died or was disposed of. The next request starts a new one. */
  layOut(graph: GraphToLayOut): Promise<GraphLayout>;
  /** Ends the worker at once. Resolves when its thread is gone. */
  dispose(): Promise<void>;
}

interface Running {
  readonly worker: Worker;
  readonly layOut: (graph: GraphToLayOut) => Promise<GraphLayout>;
  readonly end: (why: Problem) => void;
}

/** Long chains make the layout call itself deeply. */
const stackSizeMb = 64;

/** `scriptPath` is the absolute path of the bundled `graphLayout.worker.js`. The worker starts with the first request. */
export function graphLayoutClient(scriptPath: string): GraphLayoutClient {
  let running: Running | undefined;
  let isDisposed = false;
  return {
    layOut(graph) {
      if (isDisposed) return Promise.reject(problem('inspector.layoutClosed'));
      running ??= start(scriptPath, () => (running = undefined));
      return running.layOut(graph);
    },
    async dispose() {
      isDisposed = true;
      const ending = running;
      ending?.end(problem('inspector.layoutClosed'));
      await ending?.worker.terminate();
    },
  };
}

function start(scriptPath: string, onEnd: () => void): Running {
  const worker = new Worker(scriptPath, { execArgv: [], resourceLimits: { stackSizeMb } });
  // An idle worker must not keep the host's process alive.
  worker.unref();
  const rejects = new Set<(why: Problem) => void>();
  const channel = new Channel<GraphLayoutClientSide, GraphLayoutWorkerSide>(
    (envelope) => {
      worker.postMessage(envelope);
    },
    () => undefined,
    {},
  );
  const end = (why: Problem): void => {
    for (const reject of rejects) reject(why);
    rejects.clear();
    channel.dispose();
    onEnd();
  };
  worker.on('message', (envelope) => {
    channel.receive(envelope);
  });
  worker.on('error', (error) => {
    end(
      problem('inspector.layoutFailed', { reason: error instanceof Error ? error.message : String(error) }),
    );
  });
  worker.on('exit', (code) => {
    end(problem('inspector.layoutEnded', { code }));
  });
  const layOut = async (graph: GraphToLayOut): Promise<GraphLayout> => {
    let reject: ((why: Problem) => void) | undefined;
    worker.ref();
    try {
      return await new Promise<GraphLayout>((resolve, rejectLayout) => {
        reject = rejectLayout;
        rejects.add(rejectLayout);
        channel.request('layOut', graph).then(resolve, rejectLayout);
      });
    } finally {
      if (reject) rejects.delete(reject);
      if (rejects.size === 0) worker.unref();
    }
  };
  return { worker, layOut, end };
}
