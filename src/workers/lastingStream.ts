/**
 * The stream worker as a window uses it: one that dies, for example for want of memory, gives way to another, which opens
 * the same board with the same format, triggers, limits and view. A worker that soon dies again is not replaced.
 */
import type { Problem } from '../core/problem';
import type {
  ConnectionState,
  SourceDescription,
  StreamClientSide,
  StreamWorkerSide,
} from '../protocol/streamWorker';
import { startStreamWorker, type StreamClient, type StreamScripts } from './streamClient';

type Requests = StreamClientSide['requests'];
type ToldEvent = StreamClientSide['event'];

/** What kills a worker at once would kill its successor, too. */
const shortestLifeMs = 10_000;

export interface LastingStreamListener {
  /** Sessions count on: a successor begins with the number after the last one of its predecessor. */
  event(event: StreamWorkerSide['event']): void;
  /** `isReplaced`: another worker opens the board again. Else nothing comes until something is asked. */
  died(why: Problem, isReplaced: boolean): void;
}

export class LastingStream implements StreamClient {
  private client: StreamClient | undefined;
  private isDisposed = false;
  private startedMs = 0;
  private source: SourceDescription | undefined;
  private connection: ConnectionState['name'] = 'closed';
  private triggers: Requests['setTriggers']['params'] | undefined;
  private readonly told = new Map<ToldEvent['type'], ToldEvent>();
  /** Sessions of all predecessors. */
  private endedSessions = 0;
  private session = 0;

  constructor(
    private readonly scripts: StreamScripts,
    private readonly listener: LastingStreamListener,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  get isStarted(): boolean {
    return this.client !== undefined;
  }

  /** What sets the worker up is kept for the next one; the rest is said only to one that lives. */
  send(event: ToldEvent): void {
    if (event.type === 'setFormat' || event.type === 'setLimits' || event.type === 'view') {
      this.told.set(event.type, event);
    }
    this.client?.send(event);
  }

  /** Starts a worker where there is none. */
  async request<Name extends keyof Requests>(
    name: Name,
    params: Requests[Name]['params'],
  ): Promise<Requests[Name]['result']> {
    if (name === 'open') this.source = params as Requests['open']['params'];
    const result = await this.living().request(name, params);
    if (name === 'setTriggers') this.triggers = params as Requests['setTriggers']['params'];
    return result;
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    await this.client?.dispose();
  }

  private living(): StreamClient {
    this.client ??= this.start();
    return this.client;
  }

  private start(): StreamClient {
    this.startedMs = this.nowMs();
    const client = startStreamWorker(this.scripts, {
      event: (event) => this.hear(event),
      died: (why) => this.buried(why),
    });
    for (const event of this.told.values()) client.send(event);
    // Refused triggers were refused before.
    if (this.triggers) void client.request('setTriggers', this.triggers).catch(() => undefined);
    return client;
  }

  private hear(event: StreamWorkerSide['event']): void {
    if (event.type === 'status') {
      const { status } = event;
      this.session = this.endedSessions + status.session;
      this.connection = status.connection.name;
      this.listener.event({ ...event, status: { ...status, session: this.session } });
    } else if (event.type === 'frame') {
      const { frame } = event;
      this.listener.event({ ...event, frame: { ...frame, session: this.endedSessions + frame.session } });
    } else this.listener.event(event);
  }

  private buried(why: Problem): void {
    this.client = undefined;
    this.endedSessions = this.session;
    if (this.isDisposed) return;
    const { source, connection } = this;
    this.connection = 'closed';
    const isWanted = connection === 'open' || connection === 'opening' || connection === 'waiting';
    const lived = this.nowMs() - this.startedMs >= shortestLifeMs;
    const isReplaced = isWanted && lived && source !== undefined && isThereStill(source);
    this.listener.died(why, isReplaced);
    if (isReplaced)
      void this.living()
        .request('open', source)
        .catch(() => undefined);
  }
}

/** A program would run a second time, a replay begin anew: a person decides on that. */
function isThereStill({ kind }: SourceDescription): boolean {
  return kind === 'serial' || kind === 'tcp' || kind === 'virtual';
}
