import { describe, expect, it } from 'vitest';
import { problem } from '../../../src/core/problem';
import type { ListedPort } from '../../../src/protocol/portProcess';
import type { ConnectionState, SourceDescription } from '../../../src/protocol/streamWorker';
import { FinalProblem, type ByteSource, type SourceTraits } from '../../../src/serial/byteSource';
import { Connection } from '../../../src/serial/connection';
import { ListenedSource } from '../../../src/serial/listenedSource';
import { sentence } from '../../../l10n/sentences';

/** A clock that stands still until it is moved: hours pass in no time. */
class FakeClock {
  private now = 0;
  private waiting: { atMs: number; callback: () => void }[] = [];
  readonly delaysMs: number[] = [];

  nowMs(): number {
    return this.now;
  }

  after(delayMs: number, callback: () => void): () => void {
    const entry = { atMs: this.now + delayMs, callback };
    this.waiting.push(entry);
    this.delaysMs.push(delayMs);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  /** Moves on, and lets everything that is due happen. */
  async pass(ms: number): Promise<void> {
    const endMs = this.now + ms;
    for (;;) {
      await settled();
      const next = this.waiting.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (!next) break;
      this.now = next.atMs;
      this.waiting = this.waiting.filter((entry) => entry !== next);
      next.callback();
    }
    this.now = endMs;
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class FakeSource extends ListenedSource implements ByteSource {
  closed = 0;

  constructor(
    readonly description: SourceDescription,
    private readonly opening: () => Promise<void>,
    private readonly clock: FakeClock,
  ) {
    super();
  }

  describe(): SourceTraits {
    return { label: 'fake', startsMidLine: true, lastLineIsWhole: false, takesBytes: true, reconnects: true };
  }
  open(): Promise<void> {
    return this.opening();
  }
  write(): Promise<void> {
    return Promise.resolve();
  }
  setSignals(): Promise<void> {
    return Promise.resolve();
  }
  close(): Promise<void> {
    this.closed++;
    this.listeners.silence();
    return Promise.resolve();
  }
  override nowMs(): number {
    return this.clock.nowMs();
  }
}

const identity = { vendorId: '2341', productId: '0043', serialNumber: '7563' };
const port: SourceDescription = {
  kind: 'serial',
  path: '/dev/ttyACM0',
  settings: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1, hardwareFlowControl: false },
  identity,
  signals: { dtr: true, rts: true },
};

function bench(opening: () => Promise<void> = () => Promise.resolve()) {
  const clock = new FakeClock();
  const sources: FakeSource[] = [];
  const states: ConnectionState[] = [];
  const received: string[] = [];
  const world = {
    ports: [{ path: '/dev/ttyACM0', ...identity }] as readonly ListedPort[],
    opening,
    listing: (): Promise<readonly ListedPort[]> => Promise.resolve(world.ports),
  };
  const connection = new Connection(
    {
      state: (state) => states.push(state),
      opened: () => received.push('opened'),
      data: (bytes) => received.push(Buffer.from(bytes).toString()),
      ended: () => received.push('ended'),
      warning: () => undefined,
    },
    {
      make: (description) => {
        const source = new FakeSource(description, () => world.opening(), clock);
        sources.push(source);
        return source;
      },
      list: () => world.listing(),
      clock,
      facts: {
        platform: 'linux',
        isSnap: () => false,
        isWsl: () => Promise.resolve(false),
        hasBrltty: () => Promise.resolve(false),
        groupOf: () => Promise.resolve(undefined),
        holderOf: () => Promise.resolve(undefined),
      },
      exists: (path) => Promise.resolve(world.ports.some((listed) => listed.path === path)),
    },
  );
  return { clock, sources, states, received, world, connection };
}

const lost = { kind: 'lost', why: sentence('serial.unplugged', { path: '/dev/ttyACM0' }) } as const;

describe('a connection', () => {
  it('waits 0.25, 0.5, 1, 2, 2, … s between attempts, and goes on for a night', async () => {
    const { clock, states, connection } = bench(() =>
      Promise.reject(problem('serial.busy', { path: '/dev/ttyACM0' })),
    );
    connection.open(port);
    await clock.pass(60_000);
    expect(clock.delaysMs.slice(0, 6)).toEqual([250, 500, 1000, 2000, 2000, 2000]);
    expect(states.at(-1)).toMatchObject({ name: 'waiting', why: { id: 'serial.busy' } });
    const before = clock.delaysMs.length;
    await clock.pass(3_600_000);
    expect(clock.delaysMs.length - before).toBe(1800);
  });

  it('opens the board again after sleep, under the path it has by then', async () => {
    const { clock, sources, states, received, world, connection } = bench();
    connection.open(port);
    await clock.pass(10);
    expect(states.at(-1)?.name).toBe('open');
    world.ports = [];
    await clock.pass(8 * 3_600_000);
    sources[0]?.listeners.end(lost);
    await clock.pass(5000);
    expect(states.at(-1)?.name).toBe('waiting');
    world.ports = [{ path: '/dev/ttyACM1', ...identity }];
    await clock.pass(2000);
    expect(states.at(-1)?.name).toBe('open');
    expect(sources.at(-1)?.description).toMatchObject({ path: '/dev/ttyACM1' });
    expect(received).toEqual(['opened', 'ended', 'opened']);
  });

  it('does not take the bootloader, nor another board of the kind, for the board', async () => {
    const { clock, sources, world, connection } = bench();
    world.ports = [
      { path: '/dev/ttyACM0', vendorId: '2341', productId: '0243' },
      { path: '/dev/ttyACM1', ...identity, serialNumber: 'other' },
    ];
    connection.open(port);
    await clock.pass(30_000);
    expect(sources).toHaveLength(0);
  });

  it('opens the path where the ports cannot be listed', async () => {
    const { clock, sources, states, world, connection } = bench();
    world.listing = () => Promise.reject(new Error('spawn udevadm ENOENT'));
    connection.open(port);
    await clock.pass(10);
    expect(states.at(-1)?.name).toBe('open');
    expect(sources[0]?.description).toMatchObject({ path: '/dev/ttyACM0' });
  });

  it('gives up where waiting does not help', async () => {
    const { clock, states, connection } = bench(() =>
      Promise.reject(new FinalProblem(sentence('serial.nativeMissing', { reason: 'x' }))),
    );
    connection.open(port);
    await clock.pass(60_000);
    expect(states.at(-1)?.name).toBe('failed');
    expect(clock.delaysMs).toEqual([]);
  });

  it('keeps bytes that come before it is told that the port is open, behind `opened`', async () => {
    const { clock, sources, received, world, connection } = bench();
    let isOpen: () => void = () => undefined;
    world.opening = () => new Promise((resolve) => (isOpen = resolve));
    connection.open(port);
    await clock.pass(1);
    sources[0]?.listeners.arrived(Buffer.from('early'), 0);
    isOpen();
    await clock.pass(1);
    expect(received).toEqual(['opened', 'early']);
  });

  it('once closed, opens nothing any more and closes what was just being opened', async () => {
    const { clock, sources, states, world, connection } = bench();
    let isOpen: () => void = () => undefined;
    world.opening = () => new Promise((resolve) => (isOpen = resolve));
    connection.open(port);
    await clock.pass(1);
    await connection.close();
    isOpen();
    await clock.pass(60_000);
    expect(states.at(-1)?.name).toBe('closed');
    expect(sources).toHaveLength(1);
    expect(sources[0]?.closed).toBeGreaterThan(0);
  });
});
