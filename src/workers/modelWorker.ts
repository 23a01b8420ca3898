/** One worker thread that answers about models, as the extension host has it: started, asked, and ended. */
import { Worker } from 'node:worker_threads';
import { problem, type Problem } from '../core/problem';
import { Channel } from '../protocol/channel';
import type { ModelClientSide, ModelWorkerSide } from '../protocol/modelWorker';

type Requests = ModelClientSide['requests'];

export class ModelWorker {
  private readonly worker: Worker;
  private readonly channel: Channel<ModelClientSide, ModelWorkerSide>;
  private readonly rejects = new Set<(why: Problem) => void>();
  private ended: Problem | undefined;
  private moved: readonly ArrayBuffer[] = [];

  /** @param scriptPath absolute path of the bundled `modelSummary.worker.js` */
  constructor(scriptPath: string) {
    // The host's own flags (inspector, loaders) are not the worker's.
    this.worker = new Worker(scriptPath, { execArgv: [] });
    // An idle worker must not keep the host's process alive.
    this.worker.unref();
    this.channel = new Channel<ModelClientSide, ModelWorkerSide>(
      (envelope) => {
        this.worker.postMessage(envelope, this.moved);
        this.moved = [];
      },
      () => undefined,
      {},
    );
    this.worker.on('message', (envelope) => {
      this.channel.receive(envelope);
    });
    this.worker.on('error', (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      this.end(problem('inspectorHost.workerFailed', { reason }));
    });
    this.worker.on('exit', (code) => {
      this.end(problem('inspectorHost.workerEnded', { code }));
    });
  }

  /**
   * @param files bytes among `params` that move to the worker and are gone here: a gigabyte is not copied
   * @throws Problem when the worker died, for example for want of memory, or was disposed of
   */
  async ask<Name extends keyof Requests>(
    name: Name,
    params: Requests[Name]['params'],
    files: readonly Uint8Array[] = [],
  ): Promise<Requests[Name]['result']> {
    if (this.ended) throw this.ended;
    let rejectThis: ((why: Problem) => void) | undefined;
    try {
      return await new Promise<Requests[Name]['result']>((resolve, reject) => {
        rejectThis = reject;
        this.rejects.add(reject);
        this.moved = [...new Set(files.flatMap(ownBuffer))];
        this.channel.request(name, params).then(resolve, reject);
      });
    } finally {
      if (rejectThis) this.rejects.delete(rejectThis);
    }
  }

  dispose(): void {
    this.end(problem('inspectorHost.modelClosed'));
    void this.worker.terminate();
  }

  private end(why: Problem): void {
    this.ended ??= why;
    for (const reject of this.rejects) reject(this.ended);
    this.rejects.clear();
    this.channel.dispose();
  }
}

/** The bytes' buffer, where they have it to themselves. */
function ownBuffer({ buffer, length }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === length ? [buffer] : [];
}
