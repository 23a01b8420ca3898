/** The worker that reads a board, as the extension host and the terminal see it. */
import { problem, type Problem } from '../core/problem';
import type { StreamClientSide, StreamWorkerSide } from '../protocol/streamWorker';
import { timeLimit } from '../serial/timeLimit';
import { WorkerChannel } from './workerChannel';

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
  let isDisposed = false;
  const worker = new WorkerChannel<StreamClientSide, StreamWorkerSide>(scripts.worker, {
    worker: { workerData: scripts.port },
    handlers: {},
    onEvent: (event) => {
      if (!isDisposed) listener.event(event);
    },
    failed: (reason) => problem('serial.workerFailed', { reason }),
    exited: (code) => problem('serial.workerEnded', { code }),
    onEnd: (why) => {
      if (!isDisposed) listener.died(why);
    },
  });
  return {
    send: (event) => worker.send(event),
    request: (name, params) => worker.request(name, params),
    async dispose() {
      if (isDisposed) return;
      isDisposed = true;
      if (!worker.ended) {
        const asked = worker.request('dispose', undefined).catch(() => undefined);
        await timeLimit(asked, disposeLimitMs, undefined);
      }
      await worker.terminate(problem('serial.workerClosed'));
    },
  };
}
