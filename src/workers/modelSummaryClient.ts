/** One model as the extension host asks about it: a small file is answered at once, a large one by a worker of its own. */
import { Worker } from 'node:worker_threads';
import { problem, type Problem } from '../core/problem';
import { Channel } from '../protocol/channel';
import type { ModelClientSide, ModelFile, ModelReading, ModelWorkerSide } from '../protocol/modelWorker';
import { ModelSummaryService } from './modelSummaryService';

type Requests = ModelClientSide['requests'];

export interface ModelClient {
  readonly reading: ModelReading;
  /** Rejects with a Problem when the worker died, for example for want of memory, or was disposed of. */
  ask<Name extends Exclude<keyof Requests, 'open'>>(
    name: Name,
    params: Requests[Name]['params'],
  ): Promise<Requests[Name]['result']>;
  dispose(): void;
}

/** Above it, verifying and summing up takes long enough to be felt. */
export const workerFromBytes = 1_000_000;

/**
 * Takes the bytes: those of a large file move to the worker and are gone here.
 *
 * @param scriptPath absolute path of the bundled `modelSummary.worker.js`
 * @throws Problem when the worker cannot start or dies
 */
export async function openModelClient(scriptPath: string, file: ModelFile): Promise<ModelClient> {
  return file.bytes.length > workerFromBytes ? openInWorker(scriptPath, file) : openHere(file);
}

function openHere(file: ModelFile): ModelClient {
  const service = new ModelSummaryService();
  const reading = service.open(file);
  const answers: {
    [Name in keyof Requests]: (params: Requests[Name]['params']) => Requests[Name]['result'];
  } = {
    open: () => reading,
    findings: (query) => service.findings(query),
    tensor: (query) => service.tensor(query),
    values: (query) => service.values(query),
    graph: (query) => service.graph(query),
    tensorFile: (query) => service.tensorFile(query),
  };
  return {
    reading,
    ask: (name, params) => new Promise((resolve) => resolve(answers[name](params))),
    dispose: () => undefined,
  };
}

async function openInWorker(scriptPath: string, { bytes, fileName }: ModelFile): Promise<ModelClient> {
  // The host's own flags (inspector, loaders) are not the worker's.
  const worker = new Worker(scriptPath, { execArgv: [] });
  // An idle worker must not keep the host's process alive.
  worker.unref();
  const rejects = new Set<(why: Problem) => void>();
  let ended: Problem | undefined;
  // A gigabyte is moved, not copied, where the bytes have a buffer to themselves.
  const { buffer } = bytes;
  let moved = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length ? [buffer] : [];
  const channel = new Channel<ModelClientSide, ModelWorkerSide>(
    (envelope) => {
      worker.postMessage(envelope, moved);
      moved = [];
    },
    () => undefined,
    {},
  );
  const end = (why: Problem): void => {
    ended ??= why;
    for (const reject of rejects) reject(ended);
    rejects.clear();
    channel.dispose();
  };
  worker.on('message', (envelope) => {
    channel.receive(envelope);
  });
  worker.on('error', (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    end(problem('inspectorHost.workerFailed', { reason }));
  });
  worker.on('exit', (code) => {
    end(problem('inspectorHost.workerEnded', { code }));
  });
  const request = async <Name extends keyof Requests>(
    name: Name,
    params: Requests[Name]['params'],
  ): Promise<Requests[Name]['result']> => {
    if (ended) throw ended;
    let rejectThis: ((why: Problem) => void) | undefined;
    try {
      return await new Promise<Requests[Name]['result']>((resolve, reject) => {
        rejectThis = reject;
        rejects.add(reject);
        channel.request(name, params).then(resolve, reject);
      });
    } finally {
      if (rejectThis) rejects.delete(rejectThis);
    }
  };
  try {
    return {
      reading: await request('open', { bytes, fileName }),
      ask: request,
      dispose: () => {
        end(problem('inspectorHost.modelClosed'));
        void worker.terminate();
      },
    };
  } catch (error) {
    void worker.terminate();
    throw error;
  }
}
