/**
 * Boards that are pulled and plugged in, and flashed, 50 times without a click: every row they printed is in the recording.
 * Ports are pseudo terminals joined by socat: ending it is pulling the cable. Figures are printed.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ListedPort } from '../../src/protocol/portProcess';
import type { ConnectionState } from '../../src/protocol/streamWorker';
import { hostTools } from '../../src/serial/connection';
import { makeSource } from '../../src/serial/makeSource';
import { StreamService } from '../../src/workers/streamService';
import { MonitorUnderTest, serialPort } from './monitorUnderTest';
import { hasSocat, ptyCable, type PtyCable } from './ptyCable';
import { serialBundles, type SerialBundles } from './serialBundles';

if (!hasSocat) console.log('Skipped: ports that come and go. They need socat: sudo apt-get install socat');

const cycles = 50;
const rowsEachTime = 20;
const folder = mkdtempSync(join(tmpdir(), 'tinyml-cycles-'));
const monitors: MonitorUnderTest[] = [];
let bundles: SerialBundles;
let cable: PtyCable | undefined;
let printed = 0;

beforeAll(async () => {
  bundles = await serialBundles();
});
afterEach(async () => {
  await Promise.all(monitors.splice(0).map(({ client }) => client.dispose()));
  await cable?.pull();
  cable = undefined;
  printed = 0;
});
afterAll(() => {
  bundles.remove();
  rmSync(folder, { recursive: true, force: true });
});

function monitor(): MonitorUnderTest {
  const started = new MonitorUnderTest(bundles);
  monitors.push(started);
  return started;
}

/** After a line that may be cut, since the board printed before anybody listened. */
async function printRows(): Promise<void> {
  const rows = Array.from({ length: rowsEachTime }, (_, row) => `${printed + row},${(printed + row) / 8}`);
  printed += rowsEachTime;
  await cable?.print(`cut off\r\n${rows.join('\r\n')}\r\n`);
}

function recordingTo(name: string): { folder: string; baseName: string; time: 'host'; rawBytes: false } {
  return { folder: join(folder, name), baseName: 'walk', time: 'host', rawBytes: false };
}

/** First values of all rows, over all files of the recording. */
function recordedRows(name: string): readonly number[] {
  const target = join(folder, name);
  return readdirSync(target)
    .flatMap((file) => readFileSync(join(target, file), 'utf8').trimEnd().split('\n').slice(1))
    .map((line) => Number(line.split(',')[1]))
    .sort((a, b) => a - b);
}

const everyRow = (): readonly number[] => Array.from({ length: printed }, (_, row) => row);

function figure(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [middle = 0, worst = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  console.log(
    `  ${String(cycles)} of ${String(cycles)}, ${String(printed)} rows; ${what} after ${middle.toFixed(0)} ms, ${worst.toFixed(0)} ms at most`,
  );
}

describe.skipIf(!hasSocat)('a serial port, 50 times', () => {
  it('29: released for flashing, is free for others, and goes on after it: 50 times', async () => {
    cable = await ptyCable(join(folder, 'flashed'));
    const [tested, flasher] = [monitor(), monitor()];
    const freeMs: number[] = [];
    const port = serialPort(cable.monitorPath);
    await tested.client.request('startRecording', recordingTo('flash'));
    await tested.open(port);
    for (let cycle = 0; cycle < cycles; cycle++) {
      await tested.untilState('open');
      await printRows();
      await tested.until('rows', ({ counts }) => counts.plotted === printed);
      await tested.client.request('close', undefined);
      await flasher.open(port);
      freeMs.push(await flasher.untilState('open'));
      expect(flasher.states.some(({ name }) => name === 'waiting')).toBe(false);
      await flasher.client.request('close', undefined);
      await flasher.untilState('closed');
      await tested.open(port);
      await tested.until('opening', ({ connection }) => connection.name !== 'closed');
    }
    await tested.client.request('stopRecording', undefined);
    expect(recordedRows('flash')).toEqual(everyRow());
    figure('another program had the port', freeMs);
  });

  it('pulled and plugged in again 50 times, loses nothing', async () => {
    const path = join(folder, 'pulled');
    const tested = monitor();
    const backMs: number[] = [];
    await tested.client.request('startRecording', recordingTo('pull'));
    await tested.open(serialPort(`${path}-monitor`));
    for (let cycle = 0; cycle < cycles; cycle++) {
      cable = await ptyCable(path);
      backMs.push(await tested.untilState('open', 5000));
      await printRows();
      await tested.until('rows', ({ counts }) => counts.plotted === printed);
      await cable.pull();
      await tested.untilState('waiting', 4000);
    }
    await tested.client.request('stopRecording', undefined);
    expect(recordedRows('pull')).toEqual(everyRow());
    figure('open again', backMs);
  });

  it('back under another path each time, 50 times, loses nothing', async () => {
    const identity = { vendorId: '2341', productId: '0043', serialNumber: '7563' };
    let listed: readonly ListedPort[] = [];
    let state: ConnectionState = { name: 'closed' };
    let plotted = 0;
    const service = new StreamService(
      (event) => {
        if (event.type !== 'status') return;
        state = event.status.connection;
        plotted = event.status.counts.plotted;
      },
      hostTools(
        (description) => makeSource(description, bundles.port),
        () => Promise.resolve(listed),
      ),
    );
    const until = async (what: string, holds: () => boolean): Promise<number> => {
      const began = performance.now();
      while (!holds()) {
        if (performance.now() - began > 6000) throw new Error(`${what}: ${JSON.stringify(state)}`);
        await sleep(5);
      }
      return performance.now() - began;
    };
    const isOpenAt = (path: string): boolean => state.name === 'open' && state.label === path;
    const backMs: number[] = [];
    await service.startRecording(recordingTo('moved'));
    for (let cycle = 0; cycle < cycles; cycle++) {
      cable = await ptyCable(join(folder, `tty${String(cycle)}`));
      const { monitorPath } = cable;
      // Another board stays where it is: it must not be taken for this one.
      listed = [
        { path: '/dev/another', ...identity, serialNumber: '1111' },
        { path: monitorPath, ...identity },
      ];
      if (cycle === 0) service.open({ ...serialPort(monitorPath), identity });
      backMs.push(await until('open', () => isOpenAt(monitorPath)));
      await printRows();
      await until('rows', () => plotted === printed);
      listed = listed.slice(0, 1);
      await cable.pull();
      await until('waiting', () => state.name === 'waiting');
    }
    await service.stopRecording();
    await service.dispose();
    expect(recordedRows('moved')).toEqual(everyRow());
    figure('attached again', backMs);
  });
});
