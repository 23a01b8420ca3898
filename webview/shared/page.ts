/** What every page has: its words, its channel to the host, and a small memory that outlives a reload. */
import { Channel, type Side } from '../../src/protocol/channel';
import { unpackNotFinite } from '../../src/protocol/notFinite';
import type { Sentences } from '../../l10n/sentences';
import { element } from './element';
import { createWords, type Words } from './words';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

interface Event {
  readonly type: string;
}

/** A side that sends events, and asks for what `Requests` name. */
interface Events<Of extends Event, Requests extends Side['requests'] = Readonly<Record<string, never>>> {
  readonly event: Of;
  readonly requests: Requests;
}

/** Asks the host; rejects with the Problem that the host threw. */
export type Ask<Requests extends Side['requests']> = <Name extends keyof Requests & string>(
  name: Name,
  params: Requests[Name]['params'],
) => Promise<Requests[Name]['result']>;

type MemoryValue = string | number | boolean | readonly string[] | null;
type Memory = Readonly<Record<string, MemoryValue>>;

/** What the parts of a page need of it. `FromPage` are the events that this page may send. */
export interface Page<FromPage extends Event> {
  readonly words: Words;
  readonly main: HTMLElement;
  readonly send: (event: FromPage) => void;
  /** What was kept under this name before a reload; the page checks its shape. */
  readonly recall: (name: string) => unknown;
  readonly keep: (name: string, value: MemoryValue) => void;
}

export interface StartedPage<
  FromPage extends Event,
  FromHost extends Event,
  Requests extends Side['requests'],
> extends Page<FromPage> {
  /** Call once, before the page says `ready`. */
  readonly listen: (onEvent: (event: FromHost) => void) => void;
  readonly ask: Ask<Requests>;
}

export function startPage<
  FromPage extends Event,
  FromHost extends Event,
  Requests extends Side['requests'] = Readonly<Record<string, never>>,
>(): StartedPage<FromPage, FromHost, Requests> {
  const api = acquireVsCodeApi();
  let heard: ((event: FromHost) => void) | undefined;
  const channel = new Channel<Events<FromPage, Requests>, Events<FromHost>>(
    (envelope) => api.postMessage(envelope),
    (event) => heard?.(event),
    {},
  );
  window.addEventListener('message', (message) => channel.receive(unpackNotFinite(message.data)));

  let memory = asMemory(api.getState());
  const sentences = JSON.parse(document.getElementById('sentences')?.textContent ?? '{}') as Sentences;
  let main = document.getElementById('app');
  if (!main) {
    main = element('main', { id: 'app' });
    document.body.append(main);
  }
  return {
    words: createWords(sentences, document.documentElement.lang),
    main,
    listen: (onEvent) => (heard = onEvent),
    send: (event) => channel.send(event),
    ask: (name, params) => channel.request(name, params),
    recall: (name) => memory[name],
    keep: (name, value) => {
      memory = { ...memory, [name]: value };
      api.setState(memory);
    },
  };
}

/** Scroll position comes back once the page has something to scroll. Call `restore` after the first drawing. */
export function keepScroll(page: Pick<Page<Event>, 'recall' | 'keep'>): { readonly restore: () => void } {
  const top = page.recall('scrollTop');
  let pending = typeof top === 'number' ? top : 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => page.keep('scrollTop', window.scrollY), 200);
  });
  return {
    restore: () => {
      if (pending > 0) requestAnimationFrame(() => window.scrollTo(0, pending));
      requestAnimationFrame(() => (pending = 0));
    },
  };
}

function asMemory(state: unknown): Memory {
  return typeof state === 'object' && state !== null ? (state as Memory) : {};
}
