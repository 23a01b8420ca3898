/** Recordings against real failures: a full device, a full disk, a process that is killed, a replay. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/core/problem';
import { Recorder } from '../../src/workers/recorder';
import { recoverRecording } from '../../src/workers/recoverRecording';
import { MonitorUnderTest } from './monitorUnderTest';
import { serialBundles, type SerialBundles } from './serialBundles';

const folder = mkdtempSync(join(tmpdir(), 'tinyml-recordings-'));
const names = ['x', 'y'];
let bundles: SerialBundles;

beforeAll(async () => {
  bundles = await serialBundles();
});
afterAll(() => {
  bundles.remove();
  rmSync(folder, { recursive: true, force: true });
});

const rowAt = (row: number): Parameters<Recorder['add']>[0] => ({
  segment: 0,
  names,
  values: [row, row / 8],
  timeS: row / 100,
  deviceMs: undefined,
});

describe('27: a recording whose disk fails', () => {
  it.skipIf(!existsSync('/dev/full'))('stops with the reason', async () => {
    const broken: Problem[] = [];
    const target = join(folder, 'full');
    const recorder = await Recorder.start(
      { folder: target, baseName: 'walk', time: 'host', rawBytes: false },
      { broken: (why) => broken.push(why), create: () => open('/dev/full', 'w') },
    );
    for (let row = 0; row < 100; row++) recorder.add(rowAt(row));
    const summary = await recorder.stop();
    expect(broken.map(({ sentence }) => sentence.id)).toEqual(['serial.recordDiskFull']);
    expect(recorder.state()).toMatchObject({ name: 'broken', why: { id: 'serial.recordDiskFull' } });
    expect(summary.rows).toBe(0);
    expect(readdirSync(target)).toEqual([]);
  });

  it('keeps whole lines on a disk of 64 KB, and the stream goes on', async (context) => {
    const disk = join(folder, 'small');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status !== 0) {
      context.skip('Only the administrator can make a small disk.');
    }
    try {
      const tested = new MonitorUnderTest(bundles);
      const recording = { folder: disk, baseName: 'walk', time: 'host', rawBytes: false } as const;
      await tested.client.request('startRecording', recording);
      await tested.open({ kind: 'virtual', board: 'sine', seed: 1, linesPerSecond: 5000 });
      await tested.until('disk full', (status) => status.recording.name === 'broken');
      const plotted = tested.status?.counts.plotted ?? 0;
      await tested.until('going on', ({ counts }) => counts.plotted > plotted + 5000);
      expect(tested.notices.map(({ id }) => id)).toContain('serial.recordDiskFull');
      const text = readFileSync(join(disk, 'walk.csv'), 'utf8');
      const state = tested.status?.recording;
      const lines = text.split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.every((line) => line.split(',').length === 3)).toBe(true);
      expect(state).toMatchObject({ rows: lines.length - 1 });
      console.log(
        `  ${String(lines.length - 1)} whole rows in ${String(text.length)} bytes, the stream went on`,
      );
      await tested.client.dispose();
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('refuses a place that cannot be written to, and never writes over a recording', async () => {
    const broken = (): void => undefined;
    const request = { baseName: 'walk', time: 'host', rawBytes: false } as const;
    await expect(
      Recorder.start({ ...request, folder: '/dev/null/nowhere' }, { broken }),
    ).rejects.toMatchObject({
      sentence: { id: 'serial.recordStartFailed' },
    });
    const target = join(folder, 'there');
    mkdirSync(target);
    writeFileSync(join(target, 'walk.csv'), 'kept');
    await expect(Recorder.start({ ...request, folder: target }, { broken })).rejects.toMatchObject({
      sentence: { id: 'serial.recordExists' },
    });
    expect(readFileSync(join(target, 'walk.csv'), 'utf8')).toBe('kept');
    // What a reset of the board would go on in.
    renameSync(join(target, 'walk.csv'), join(target, 'walk.2.csv'));
    await expect(Recorder.start({ ...request, folder: target }, { broken })).rejects.toMatchObject({
      sentence: { id: 'serial.recordExists', args: { path: join(target, 'walk.2.csv') } },
    });
  });
});

describe('26: a process that is killed while it records', () => {
  it('leaves a valid file that lacks at most a second, and is found', async () => {
    const target = join(folder, 'killed');
    const script = `const { Worker } = require('node:worker_threads');
      const worker = new Worker(${JSON.stringify(bundles.worker)}, { workerData: ${JSON.stringify(bundles.port)} });
      const ask = (id, name, params) => worker.postMessage({ kind: 'request', id, name, params });
      ask(1, 'startRecording', { folder: ${JSON.stringify(target)}, baseName: 'walk', time: 'host', rawBytes: true });
      ask(2, 'open', { kind: 'virtual', board: 'sine', seed: 1, linesPerSecond: 2000 });
      worker.on('message', (m) => { if (m.event?.type === 'status') console.log(m.event.status.counts.plotted); });`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let plotted = 0;
    child.stdout.on('data', (text: Buffer) => {
      plotted = Math.max(plotted, ...text.toString().split('\n').map(Number));
    });
    while (plotted < 4000) await sleep(20);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    // As if the last write had been cut.
    writeFileSync(join(target, 'walk.csv'), '1234.5,0.1', { flag: 'a' });
    const [file = ''] = (await recoverRecording(target, 'walk')).files;
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.every((line) => line.split(',').length === 3)).toBe(true);
    const missing = plotted - (lines.length - 1);
    console.log(
      `  ${String(lines.length - 1)} rows on the disk, ${String(missing)} of those reported are missing`,
    );
    expect(missing).toBeLessThan(2000);
    expect(readdirSync(target).filter((name) => name.endsWith('.recording'))).toEqual([]);
  });
});

describe('a replay', () => {
  it.each([1, 10, 100])(
    'at %d times the speed records to identical values, of rows and of raw bytes',
    async (speed) => {
      const first = join(folder, `first${String(speed)}`);
      const tested = new MonitorUnderTest(bundles);
      const recording = { baseName: 'walk', time: 'device', rawBytes: true } as const;
      await tested.client.request('startRecording', { ...recording, folder: first });
      await tested.open({ kind: 'virtual', board: 'gestures', seed: 7, linesPerSecond: 500 });
      await tested.until('rows', ({ counts }) => counts.plotted > 600);
      await tested.client.request('close', undefined);
      const made = await tested.client.request('stopRecording', undefined);
      expect(made.rows).toBeGreaterThan(600);
      const original = readFileSync(join(first, 'walk.csv'), 'utf8');

      const again = join(folder, `again${String(speed)}`);
      await tested.client.request('startRecording', { ...recording, folder: again });
      await tested.open({ kind: 'replay', path: join(first, 'walk.csv'), speed });
      await tested.untilState('ended', 20_000);
      await tested.client.request('stopRecording', undefined);
      expect(readFileSync(join(again, 'walk.csv'), 'utf8') === original).toBe(true);

      const raw = join(folder, `raw${String(speed)}`);
      await tested.client.request('startRecording', { ...recording, folder: raw });
      await tested.open({ kind: 'replay', path: join(first, 'walk.raw'), speed });
      await tested.untilState('ended', 20_000);
      await tested.client.request('stopRecording', undefined);
      const values = (text: string): readonly string[] =>
        text.split('\n').map((line) => line.slice(line.indexOf(',') + 1));
      expect(values(readFileSync(join(raw, 'walk.csv'), 'utf8')).join() === values(original).join()).toBe(
        true,
      );
      expect(readFileSync(join(raw, 'walk.raw'))).toEqual(readFileSync(join(first, 'walk.raw')));
      await tested.client.dispose();
    },
  );
});
