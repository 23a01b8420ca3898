/** One worker thread that answers about models, as the extension host has it: started, asked, and ended. */
import { problem } from '../core/problem';
import type { ModelClientSide, ModelWorkerSide } from '../protocol/modelWorker';
import { WorkerChannel } from './workerChannel';

type Requests = ModelClientSide['requests'];

export class ModelWorker {
  private readonly worker: WorkerChannel<ModelClientSide, ModelWorkerSide>;

  /** @param scriptPath absolute path of the bundled `modelSummary.worker.js` */
  constructor(scriptPath: string) {
    this.worker = new WorkerChannel(scriptPath, {
      handlers: {},
      failed: (reason) => problem('inspectorHost.workerFailed', { reason }),
      exited: (code) => problem('inspectorHost.workerEnded', { code }),
    });
    // An idle worker must not keep the host's process alive.
    this.worker.holdProcess(false);
  }

  /**
   * @param files bytes among `params` that move to the worker and are gone here: a gigabyte is not copied
   * @throws Problem when the worker died, for example for want of memory, or was disposed of
   */
  ask<Name extends keyof Requests>(
    name: Name,
    params: Requests[Name]['params'],
    files: readonly Uint8Array[] = [],
  ): Promise<Requests[Name]['result']> {
    return this.worker.request(name, params, [...new Set(files.flatMap(ownBuffer))]);
  }

  dispose(): void {
    void this.worker.terminate(problem('inspectorHost.modelClosed'));
  }
}

/** The bytes' buffer, where they have it to themselves. */
function ownBuffer({ buffer, length }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === length ? [buffer] : [];
}
