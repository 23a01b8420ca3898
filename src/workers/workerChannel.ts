/** A worker thread with the channel to it: whatever is asked of it ends, with its answer or with why there is none. */
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Problem } from '../core/problem';
import { Channel, type Handlers, type Side } from '../protocol/channel';

export interface WorkerChannelOptions<Remote extends Side> {
  readonly worker?: Pick<WorkerOptions, 'workerData' | 'resourceLimits'>;
  readonly onEvent?: (event: Remote['event']) => void;
  readonly handlers: Handlers<Remote>;
  /** The sentence for a worker that threw, for example for want of memory, or whose message was lost. */
  readonly failed: (reason: string) => Problem;
  /** The sentence for one that ended by itself. */
  readonly exited: (code: number) => Problem;
  /** Called once, when nothing more will come. */
  readonly onEnd?: (why: Problem) => void;
}

export class WorkerChannel<Local extends Side, Remote extends Side> {
  private readonly worker: Worker;
  private readonly channel: Channel<Local, Remote>;
  private moved: readonly ArrayBuffer[] = [];
  private why: Problem | undefined;

  /** @param scriptPath absolute path of the worker's bundle */
  constructor(
    scriptPath: string,
    private readonly options: WorkerChannelOptions<Remote>,
  ) {
    const { worker, onEvent = () => undefined, handlers, failed, exited } = options;
    // The host's own flags (inspector, loaders) are not the worker's.
    this.worker = new Worker(scriptPath, { execArgv: [], ...worker });
    this.channel = new Channel<Local, Remote>(
      (envelope) => {
        this.worker.postMessage(envelope, this.moved);
        this.moved = [];
      },
      onEvent,
      handlers,
    );
    this.worker.on('message', (envelope) => this.channel.receive(envelope));
    for (const event of ['error', 'messageerror'] as const) {
      this.worker.on(event, (error: unknown) => {
        this.end(failed(error instanceof Error ? error.message : String(error)));
      });
    }
    this.worker.on('exit', (code) => this.end(exited(code)));
  }

  /** Why nothing comes any more. */
  get ended(): Problem | undefined {
    return this.why;
  }

  send(event: Local['event']): void {
    this.channel.send(event);
  }

  /**
   * Rejects with the worker's Problem, or with why it has ended.
   *
   * @param moved buffers among `params` that move to the worker and are gone here
   */
  request<Name extends keyof Local['requests'] & string>(
    name: Name,
    params: Local['requests'][Name]['params'],
    moved: readonly ArrayBuffer[] = [],
  ): Promise<Local['requests'][Name]['result']> {
    if (!this.why) this.moved = moved;
    return this.channel.request(name, params);
  }

  /** Whether it keeps the process alive. */
  holdProcess(holds: boolean): void {
    if (holds) this.worker.ref();
    else this.worker.unref();
  }

  /** What is still asked ends with `why`; the thread goes at once. Resolves when it is gone. */
  async terminate(why: Problem): Promise<void> {
    this.end(why);
    await this.worker.terminate();
  }

  private end(why: Problem): void {
    if (this.why) return;
    this.why = why;
    this.channel.dispose(why);
    this.options.onEnd?.(why);
  }
}
