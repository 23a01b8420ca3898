/** Fits networks in a worker thread: what a native engine can do there, and how long it takes, is what the editor will see. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FitReply, FitRequest } from '../src/jobs/trainer';

export class FitWorker {
  private readonly thread: Worker;

  /** @param script the bundle of `fit.worker.ts`; that of TensorFlow.js, if any, stands beside it */
  constructor(script: string) {
    this.thread = new Worker(script);
  }

  /** One at a time. Rejects with what the thread died of. */
  async fit(request: FitRequest): Promise<FitReply> {
    this.thread.postMessage(request);
    const [reply] = (await once(this.thread, 'message')) as [FitReply];
    return reply;
  }

  async dispose(): Promise<void> {
    await this.thread.terminate();
  }
}
