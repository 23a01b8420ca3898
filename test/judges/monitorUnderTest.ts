/** A stream worker, and everything that it said so far. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '../../src/core/problem';
import type {
  ConnectionState,
  FiredTrigger,
  PlotFrame,
  SourceDescription,
  StreamStatus,
} from '../../src/protocol/streamWorker';
import { startStreamWorker, type StreamClient, type StreamScripts } from '../../src/workers/streamClient';
import type { Sentence } from '../../l10n/sentences';

export class MonitorUnderTest {
  readonly client: StreamClient;
  readonly states: ConnectionState[] = [];
  readonly notices: Sentence[] = [];
  readonly frames: PlotFrame[] = [];
  readonly fired: FiredTrigger[] = [];
  readonly deaths: Problem[] = [];
  status: StreamStatus | undefined;
  /** A page that draws at once. */
  draws = true;

  constructor(scripts: StreamScripts) {
    this.client = startStreamWorker(scripts, {
      event: (event) => {
        switch (event.type) {
          case 'status':
            this.status = event.status;
            if (event.status.connection !== this.states.at(-1)) this.note(event.status.connection);
            break;
          case 'notice':
            this.notices.push(event.what);
            break;
          case 'frame':
            this.frames.push(event.frame);
            if (this.draws) this.client.send({ type: 'shown', frame: event.frame.number });
            break;
          case 'fired':
            this.fired.push(event.fired);
            break;
          case 'frozen':
            break;
        }
      },
      died: (why) => {
        this.deaths.push(why);
      },
    });
  }

  open(source: SourceDescription): Promise<undefined> {
    return this.client.request('open', source);
  }

  /** @returns milliseconds that it took */
  async until(what: string, holds: (status: StreamStatus) => boolean, limitMs = 10_000): Promise<number> {
    const began = performance.now();
    while (!(this.status && holds(this.status))) {
      if (performance.now() - began > limitMs) {
        throw new Error(
          `${what}: not within ${String(limitMs)} ms. ${JSON.stringify(this.status?.connection)}`,
        );
      }
      await sleep(5);
    }
    return performance.now() - began;
  }

  untilState(name: ConnectionState['name'], limitMs?: number): Promise<number> {
    return this.until(name, ({ connection }) => connection.name === name, limitMs);
  }

  private note(state: ConnectionState): void {
    if (JSON.stringify(state) !== JSON.stringify(this.states.at(-1))) this.states.push(state);
  }
}

export function serialPort(path: string): Extract<SourceDescription, { kind: 'serial' }> {
  return {
    kind: 'serial',
    path,
    settings: { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1, hardwareFlowControl: false },
    identity: undefined,
    signals: { dtr: true, rts: true },
  };
}
