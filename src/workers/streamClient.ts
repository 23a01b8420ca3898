/** The worker that reads a board, as the extension host and the terminal see it. */
import { Worker } from 'node:worker_threads';
import { problem, type Problem } from '../core/problem';
import { Channel } from '../protocol/channel';
import type { StreamClientSide, StreamWorkerSide } from '../protocol/streamWorker';
import { timeLimit } from '../serial/timeLimit';

type Requests = StreamClientSide['requests'];

/** Closing a port takes up to 2 s, finishing a recording a moment more. */
const disposeLimitMs = 4000;

export interface StreamClient {
  send(event: StreamClientSide['event']): void;
  /** Rejects with a Problem, also when the worker has ended. */
  request<Name extends keyof Requests>(
    name: Name,
    params: Requests[Name]['params'],
  ): Promise<Requests[Name]['result']>;
  /** Frees the port, finishes the recording, ends the worker. Resolves when all of it is gone, after 4 s at the latest. */
  dispose(): Promise<void>;
}

export interface StreamScripts {
  /** Absolute path of the bundled `stream.worker.js`. */
  readonly worker: string;
  /** Absolute path of the bundled `port.process.js`. */
  readonly port: string;
}

export interface StreamListener {
  event(event: StreamWorkerSide['event']): void;
  /** The worker died, for example for want of memory; nothing comes any more. */
  died(why: Problem): void;
}

export function startStreamWorker(scripts: StreamScripts, listener: StreamListener): StreamClient {
  // The host's own flags (inspector, loaders) are not the worker's.
  const worker = new Worker(scripts.worker, { execArgv: [], workerData: scripts.port });
  let ended: Problem | undefined;
  let isDisposed = false;
  const rejects = new Set<(why: Problem) => void>();
  const channel = new Channel<StreamClientSide, StreamWorkerSide>(
    (envelope) => {
      worker.postMessage(envelope);
    },
    (event) => {
      if (!isDisposed) listener.event(event);
    },
    {},
  );
  const end = (why: Problem): void => {
    if (ended) return;
    ended = why;
    for (const reject of rejects) reject(why);
    rejects.clear();
    channel.dispose();
    if (!isDisposed) listener.died(why);
  };
  worker.on('message', (envelope) => {
    channel.receive(envelope);
  });
  worker.on('messageerror', (error) => {
    end(problem('serial.workerFailed', { reason: error.message }));
  });
  worker.on('error', (error) => {
    end(problem('serial.workerFailed', { reason: error instanceof Error ? error.message : String(error) }));
  });
  worker.on('exit', (code) => {
    end(problem('serial.workerEnded', { code }));
  });

  return {
    send(event) {
      channel.send(event);
    },
    async request(name, params) {
      if (ended) throw ended;
      let rejectThis: ((why: Problem) => void) | undefined;
      try {
        return await new Promise((resolve, reject) => {
          rejectThis = reject;
          rejects.add(reject);
          channel.request(name, params).then(resolve, reject);
        });
      } finally {
        if (rejectThis) rejects.delete(rejectThis);
      }
    },
    async dispose() {
      if (isDisposed) return;
      isDisposed = true;
      if (!ended) {
        const asked = channel.request('dispose', undefined).catch(() => undefined);
        await timeLimit(asked, disposeLimitMs, undefined);
      }
      end(problem('serial.workerClosed'));
      await worker.terminate();
    },
  };
}
