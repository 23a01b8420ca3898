/**
 * What goes wrong with real ports, made with pseudo terminals (a cable that is pulled by ending socat) and with port
 * processes that misbehave. The numbers in the names are those of docs/serial-faults.md. Figures are printed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionState } from '../../src/protocol/streamWorker';
import { Connection, hostTools } from '../../src/serial/connection';
import { makeSource } from '../../src/serial/makeSource';
import { SerialSource } from '../../src/serial/serialSource';
import type { ListedPort } from '../../src/protocol/portProcess';
import { isRunning, processesWith, residentBytes } from '../e2e/board/processes';
import { MonitorUnderTest, serialPort } from './monitorUnderTest';
import { hasSocat, ptyCable, type PtyCable } from './ptyCable';
import { serialBundles, type SerialBundles } from './serialBundles';

if (!hasSocat) {
  if (process.env.CI === 'true') throw new Error('socat is not installed: run npm test, which installs it.');
  console.log('Skipped: faults of serial ports. They need socat: sudo apt-get install socat');
}

const folder = mkdtempSync(join(tmpdir(), 'tinyml-cables-'));
const monitors: MonitorUnderTest[] = [];
const cables: PtyCable[] = [];
let bundles: SerialBundles;
let nextName = 1;

beforeAll(async () => {
  bundles = await serialBundles();
});
afterEach(async () => {
  await Promise.all(monitors.splice(0).map(({ client }) => client.dispose()));
  await Promise.all(cables.splice(0).map((cable) => cable.pull()));
});
afterAll(() => {
  bundles.remove();
  rmSync(folder, { recursive: true, force: true });
});

function monitor(scripts = bundles): MonitorUnderTest {
  const started = new MonitorUnderTest(scripts);
  monitors.push(started);
  return started;
}

const freshPath = (): string => join(folder, `cable${String(nextName++)}`);

async function plug(path = freshPath()): Promise<PtyCable> {
  const cable = await ptyCable(path);
  cables.push(cable);
  return cable;
}

/** As `bundles`, with a port process of the given source. */
function scriptsWith(source: string): SerialBundles {
  const port = join(bundles.folder, `port${String(nextName++)}.js`);
  writeFileSync(port, source);
  return { ...bundles, port };
}

const rowsOf = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, row) => `${String(from + row)},${String(((from + row) % 997) / 8)}`);

const figure = (text: string): void => {
  console.log(`  ${text}`);
};

const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** A port process that opens at once and then answers nothing. */
const deafProcess = `process.on('message', (m) => {
  if (m.name === 'open' || m.name === 'setSignals') process.send({ kind: 'reply', id: m.id, result: undefined });
}); process.on('disconnect', () => undefined); setInterval(() => undefined, 1000);`;

/** The real port process on a machine whose driver gives nothing, at once and for ever, when its port is gone. */
const zombieProcess = (path: string): string => `const fs = require('node:fs');
const { promisify } = require('node:util');
const read = promisify(fs.read);
const nothing = fs.openSync('/dev/null');
const inDriver = (fd, ...rest) => read(fs.existsSync(${JSON.stringify(path)}) ? fd : nothing, ...rest);
fs.read = Object.assign(() => undefined, { [promisify.custom]: inDriver });
require(${JSON.stringify(bundles.port)});`;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

describe.skipIf(!hasSocat)('a serial port', () => {
  it('1: pulled while it streams, is missed, and is connected again without a click', async () => {
    const path = freshPath();
    const cable = await plug(path);
    const tested = monitor();
    await tested.open(serialPort(cable.monitorPath));
    await tested.untilState('open');
    await cable.print(`first\r\n${rowsOf(500).join('\r\n')}\r\n`);
    await tested.until('rows', ({ counts }) => counts.plotted === 500);
    const lostMs = await Promise.all([tested.untilState('waiting', 4000), cable.pull()]).then(
      ([time]) => time,
    );
    const kept = await tested.client.request('csv', { fromS: -1e9, toS: 1e9 });
    const before = process.cpuUsage();
    await sleep(3000);
    const { user, system } = process.cpuUsage(before);
    const share = (user + system) / 3e6;
    await plug(path);
    const backMs = await tested.untilState('open', 4000);
    figure(
      `noticed after ${ms(lostMs)}, CPU while waiting ${(share * 100).toFixed(1)} %, back after ${ms(backMs)}`,
    );
    expect(lostMs).toBeLessThan(2000);
    expect(kept[0]?.text.trimEnd().split('\n')).toHaveLength(501);
    expect(share).toBeLessThan(0.05);
    expect(backMs).toBeLessThan(3000);
  });

  it('2: that never says that it is gone, is watched', async () => {
    const path = join(folder, `zombie${String(nextName++)}`);
    writeFileSync(path, '');
    const tested = monitor(scriptsWith(deafProcess));
    await tested.open(serialPort(path));
    await tested.untilState('open');
    rmSync(path);
    const lostMs = await tested.untilState('waiting', 4000);
    figure(`noticed after ${ms(lostMs)}`);
    expect(lostMs).toBeLessThan(2000);
  });

  it('2: whose driver gives nothing for ever, takes little memory until it is given up, and none from then on', async () => {
    const cycles = 5;
    const heapBytes: number[] = [];
    const grownBytes: number[] = [];
    for (let cycle = 0; cycle < cycles; cycle++) {
      const cable = await plug();
      const scripts = scriptsWith(zombieProcess(cable.monitorPath));
      const source = new SerialSource(serialPort(cable.monitorPath), scripts.port);
      const seen = { text: '', isLost: false };
      source.onData((bytes) => (seen.text += Buffer.from(bytes).toString()));
      source.onClose(() => (seen.isLost = true));
      await source.open();
      await cable.print('ready\n');
      while (!seen.text.includes('ready')) await sleep(5);
      const [pid = 0] = processesWith(scripts.port);
      expect(isRunning(pid)).toBe(true);
      const before = residentBytes(pid);
      rmSync(cable.monitorPath);
      // Only what comes makes the driver read once more.
      await cable.print('lost\n');
      let most = before;
      while (!seen.isLost || isRunning(pid)) {
        most = Math.max(most, residentBytes(pid));
        void source.write(Buffer.alloc(1000)).catch(() => undefined);
        await sleep(10);
      }
      await source.close();
      await cable.pull();
      expect(seen.text).toBe('ready\n');
      grownBytes.push(most - before);
      collectGarbage();
      heapBytes.push(process.memoryUsage().heapUsed);
    }
    const [first = 0, last = 0] = [heapBytes[1], heapBytes.at(-1)];
    figure(
      `a port process that reads nothing for ever grew by ${grownBytes.map(megabytes).join(', ')}; ` +
        `the heap of this side by ${megabytes(last - first)} from the second to the last of ${cycles} times`,
    );
    // The library keeps about 10 MB a second while it reads nothing, and has 0.5 s, or 2 s on a busy machine.
    expect(Math.max(...grownBytes)).toBeLessThan(40e6);
    // What 20 MB of one time would leave here, were it kept, is far more.
    expect(last - first).toBeLessThan(1e6);
  });

  it('2: whose process does not answer, is taken away from it, but not because this thread was held up', async () => {
    const path = join(folder, `held${String(nextName++)}`);
    writeFileSync(path, '');
    const opened = async (script: string): Promise<{ readonly source: SerialSource; lostMs: number }> => {
      const source = new SerialSource(serialPort(path), script);
      const seen = { source, lostMs: 0 };
      await source.open();
      const began = performance.now();
      source.onClose(() => (seen.lostMs = performance.now() - began));
      return seen;
    };
    const answering = await opened(scriptsWith(deafProcess.replace("m.name === 'open' ||", 'true ||')).port);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 6000);
    await sleep(1000);
    expect(answering.lostMs).toBe(0);
    await answering.source.close();
    const deaf = await opened(scriptsWith(deafProcess).port);
    while (deaf.lostMs === 0) await sleep(20);
    figure(`a process that does not answer is given up after ${ms(deaf.lostMs)}`);
    expect(deaf.lostMs).toBeLessThan(7000);
    await deaf.source.close();
  });

  it('3: of a board that comes back under another path, is found by its identity', async () => {
    const [first, second] = [await plug(), await plug()];
    const identity = { vendorId: '2341', productId: '0043', serialNumber: '7563' };
    let listed: readonly ListedPort[] = [{ path: first.monitorPath, ...identity }];
    const states: ConnectionState[] = [];
    let text = '';
    const connection = new Connection(
      {
        state: (state) => states.push(state),
        opened: () => undefined,
        data: (bytes) => (text += Buffer.from(bytes).toString()),
        ended: () => undefined,
        warning: () => undefined,
      },
      hostTools(
        (description) => makeSource(description, bundles.port),
        () => Promise.resolve(listed),
      ),
    );
    connection.open({ ...serialPort(first.monitorPath), identity });
    const until = async (holds: () => boolean): Promise<number> => {
      const began = performance.now();
      while (!holds()) {
        if (performance.now() - began > 5000) throw new Error(JSON.stringify(states));
        await sleep(5);
      }
      return performance.now() - began;
    };
    await until(() => states.at(-1)?.name === 'open');
    listed = [{ path: second.monitorPath, ...identity }];
    await first.pull();
    await until(() => states.at(-1)?.name === 'waiting');
    const backMs = await until(() => states.at(-1)?.name === 'open');
    await second.print('hello\n');
    await until(() => text.includes('hello'));
    await connection.close();
    figure(`attached again ${ms(backMs)} after the loss`);
    expect(backMs).toBeLessThan(3000);
    expect(states.filter(({ name }) => name === 'open').at(-1)).toMatchObject({ label: second.monitorPath });
  });

  it('4: that was reset, begins a segment, and no line is joined across the gap', async () => {
    const path = freshPath();
    const cable = await plug(path);
    const tested = monitor();
    await tested.open(serialPort(cable.monitorPath));
    await tested.untilState('open');
    await cable.print('x\r\n1,2\r\n3,4\r\n5,6\r\n7,');
    await tested.until('rows', ({ counts }) => counts.plotted === 3);
    await cable.pull();
    await tested.untilState('waiting');
    const again = await plug(path);
    await tested.untilState('open');
    await again.print('8\r\n9,10\r\n');
    await tested.until('row', ({ counts }) => counts.plotted === 4);
    const { lines } = await tested.client.request('consoleLines', { firstLine: 0, count: 100 });
    expect(lines.map(({ text }) => text)).toEqual(['1,2', '3,4', '5,6', '9,10']);
    expect(tested.status?.segments).toHaveLength(2);
  });

  it('5, 28: in use by another window, says by whom, and is opened when it is free', async () => {
    const cable = await plug();
    const [first, second] = [monitor(), monitor()];
    await first.open(serialPort(cable.monitorPath));
    await first.untilState('open');
    await second.open(serialPort(cable.monitorPath));
    await second.untilState('waiting');
    const waiting = second.states.at(-1);
    expect(waiting).toMatchObject({ why: { id: 'serial.busyOurs' } });
    await first.client.request('close', undefined);
    const openMs = await second.untilState('open', 5000);
    figure(`opened ${ms(openMs)} after it was free`);
    expect(openMs).toBeLessThan(2500);
  });

  it('7: whose DTR and RTS cannot be set, is read all the same', async () => {
    const cable = await plug();
    const tested = monitor();
    await tested.open(serialPort(cable.monitorPath));
    await tested.untilState('open');
    await cable.print('x\r\n1,2\r\n3,4\r\n5,6\r\n');
    await tested.until('rows', ({ counts }) => counts.plotted === 3);
    expect(tested.notices.map(({ id }) => id)).toEqual(['serial.signalsRefused']);
  });

  it('8: that does not close, is taken away from its process', async () => {
    const path = join(folder, `deaf${String(nextName++)}`);
    writeFileSync(path, '');
    const scripts = scriptsWith(deafProcess);
    const tested = monitor(scripts);
    await tested.open(serialPort(path));
    await tested.untilState('open');
    const began = performance.now();
    await tested.client.request('close', undefined);
    const closeMs = performance.now() - began;
    expect(processesWith(scripts.port)).toEqual([]);
    await tested.open(serialPort(path));
    await tested.untilState('open');
    figure(`closed after ${ms(closeMs)}`);
    expect(closeMs).toBeLessThan(3500);
  });

  it('10: without its native module, says so, and everything else works', async () => {
    const without = await serialBundles(false);
    const cable = await plug();
    const tested = monitor(without);
    await tested.open(serialPort(cable.monitorPath));
    await tested.untilState('failed');
    expect(tested.states.at(-1)).toMatchObject({ why: { id: 'serial.nativeMissing' } });
    await tested.open({ kind: 'virtual', board: 'sine', seed: 1, linesPerSecond: 1000 });
    await tested.until('virtual', ({ counts }) => counts.plotted > 100);
    await tested.open({ kind: 'program', command: 'printf', args: ['1,2\\n3,4\\n5,6\\n'], cwd: '/' });
    await tested.until(
      'program',
      ({ counts, connection }) => counts.plotted === 3 && connection.name === 'ended',
    );
    without.remove();
  });

  it('22: pulled in a flood, falls silent at once', async () => {
    const cable = await plug();
    const tested = monitor();
    await tested.open(serialPort(cable.monitorPath));
    await tested.untilState('open');
    const block = `${rowsOf(2000).join('\r\n')}\r\n`;
    const cableState = { isPulled: false };
    const flood = (async () => {
      while (!cableState.isPulled) await Promise.race([cable.print(block), sleep(1000)]);
    })();
    await tested.until('flood', ({ counts }) => counts.plotted > 50_000);
    cableState.isPulled = true;
    await cable.pull();
    const pulledMs = performance.now();
    await flood;
    let lines = -1;
    let lastChangeMs = pulledMs;
    while (performance.now() - lastChangeMs < 1200) {
      const { firstLine } = await tested.client.request('consoleLines', { firstLine: 1e9, count: 0 });
      if (firstLine !== lines) lastChangeMs = performance.now();
      lines = firstLine;
      await sleep(10);
    }
    figure(`last line ${ms(lastChangeMs - pulledMs)} after the pull, ${String(lines)} lines`);
    expect(lastChangeMs - pulledMs).toBeLessThan(500);
  });

  it('36: of a monitor that is disposed of, is free, and no process is left', async () => {
    const cable = await plug();
    const tested = monitor();
    await tested.open(serialPort(cable.monitorPath));
    await tested.untilState('open');
    const began = performance.now();
    await tested.client.dispose();
    figure(`disposed of after ${ms(performance.now() - began)}`);
    expect(processesWith(bundles.port)).toEqual([]);
  });
});
