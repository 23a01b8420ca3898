/** The name of a recording: taken while it is under way, free again however its process ended. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Recorder } from '../../../src/workers/recorder';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tinyml-recorder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (): Promise<Recorder> =>
  Recorder.start({ folder, baseName: 'walk', time: 'host', rawBytes: false }, { broken: () => undefined });
const leave = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const marker = 'walk.recording';
const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const exists = { sentence: { id: 'serial.recordExists' } };

describe('a name whose recorder was killed before its first row', () => {
  it('is free again', async () => {
    leave(marker, `${String(deadProcess())}\n`);
    const recorder = await start();
    expect(readFileSync(join(folder, marker), 'utf8')).toBe(`${String(process.pid)}\n`);
    recorder.add({ segment: 0, names: ['x'], values: [1], timeS: 0, deviceMs: undefined });
    expect(await recorder.stop()).toMatchObject({ rows: 1 });
    expect(readdirSync(folder)).toEqual(['walk.csv']);
  });

  it('is free again also where another process has the number of the dead one: that does not touch the marker', async () => {
    leave(marker, `${String(process.ppid)}\n`);
    utimesSync(join(folder, marker), new Date(), new Date(Date.now() - 60_000));
    await (await start()).stop();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stays taken while somebody records, this process or another one, and while its number is being written', async () => {
    const recorder = await start();
    await expect(start()).rejects.toMatchObject(exists);
    await recorder.stop();
    for (const text of [`${String(process.ppid)}\n`, '']) {
      leave(marker, text);
      await expect(start()).rejects.toMatchObject(exists);
    }
    expect(readdirSync(folder)).toEqual([marker]);
  });

  it('stays taken where there are rows, which are kept', async () => {
    leave(marker, `${String(deadProcess())}\n`);
    leave('walk.2.csv', 'timestamp,x\n0,1\n');
    await expect(start()).rejects.toMatchObject(exists);
    expect(readdirSync(folder).sort()).toEqual(['walk.2.csv', marker].sort());
  });
});
