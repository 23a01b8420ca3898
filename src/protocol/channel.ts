/**
 * Both ends of a boundary: host and page, host and worker, host and process.
 *
 * A channel turns any `post` function into typed events and requests. A request always ends: with a reply, with the
 * error that the other side threw, or with a rejection when the channel is disposed.
 */
import { Problem } from '../core/problem';
import type { Sentence } from '../../l10n/sentences';

/** What one side may send: events by `type`, and requests by name with their parameters and results. */
export interface Side {
  readonly event: { readonly type: string };
  readonly requests: Readonly<Record<string, { readonly params: unknown; readonly result: unknown }>>;
}

type Failure = { readonly sentence: Sentence } | { readonly message: string };

type Envelope =
  | { readonly kind: 'event'; readonly event: unknown }
  | { readonly kind: 'request'; readonly id: number; readonly name: string; readonly params: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure };

/** What answers the requests of the other side, by name. */
export type Handlers<Of extends Side> = {
  readonly [Name in keyof Of['requests']]: (
    params: Of['requests'][Name]['params'],
  ) => Of['requests'][Name]['result'] | Promise<Of['requests'][Name]['result']>;
};

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class Channel<Local extends Side, Remote extends Side> {
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private disposed: Error | undefined;

  constructor(
    private readonly post: (envelope: unknown) => void,
    private readonly onEvent: (event: Remote['event']) => void,
    private readonly handlers: Handlers<Remote>,
  ) {}

  send(event: Local['event']): void {
    if (!this.disposed) this.postEnvelope({ kind: 'event', event });
  }

  request<Name extends keyof Local['requests'] & string>(
    name: Name,
    params: Local['requests'][Name]['params'],
  ): Promise<Local['requests'][Name]['result']> {
    if (this.disposed) return Promise.reject(this.disposed);
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.postEnvelope({ kind: 'request', id, name, params });
    });
  }

  /** Takes whatever the transport delivered; what is no envelope of ours is ignored (VS Code posts its own messages too). */
  receive(raw: unknown): void {
    if (this.disposed || !isEnvelope(raw)) return;
    switch (raw.kind) {
      case 'event':
        this.onEvent(raw.event as Remote['event']);
        break;
      case 'request':
        void this.answer(raw.id, raw.name, raw.params);
        break;
      case 'reply':
        this.take(raw.id)?.resolve(raw.result);
        break;
      case 'failure':
        this.take(raw.id)?.reject(toError(raw.failure));
        break;
    }
  }

  /** @param why what everything ends with that is asked, or will be; of several, the first */
  dispose(why = new Error('The other side was closed before it answered.')): void {
    this.disposed ??= why;
    for (const [, { reject }] of this.pending) reject(this.disposed);
    this.pending.clear();
  }

  private async answer(id: number, name: string, params: unknown): Promise<void> {
    try {
      const handler = this.handlers[name];
      if (!handler) throw new Error(`Nobody answers "${name}" on this channel.`);
      const result = await handler(params);
      if (!this.disposed) this.postEnvelope({ kind: 'reply', id, result });
    } catch (error) {
      if (!this.disposed) this.postEnvelope({ kind: 'failure', id, failure: toFailure(error) });
    }
  }

  private take(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    return pending;
  }

  private postEnvelope(envelope: Envelope): void {
    this.post(envelope);
  }
}

function isEnvelope(raw: unknown): raw is Envelope {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return false;
  return raw.kind === 'event' || raw.kind === 'request' || raw.kind === 'reply' || raw.kind === 'failure';
}

/** An error as data, for the way over a boundary that structured clone or JSON would strip of its class. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Problem) return { sentence: error.sentence };
  return { message: error instanceof Error ? error.message : String(error) };
}

export function toError(failure: Failure): Error {
  return 'sentence' in failure ? new Problem(failure.sentence) : new Error(failure.message);
}
