/** Recordings as pieces of bytes: when they come, how large they are, and that none is missing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { replayPieces, type ReplayPiece } from '../../../src/serial/replayPieces';
import { ReplaySource } from '../../../src/serial/replaySource';

const folder = mkdtempSync(join(tmpdir(), 'tinyml-replay-'));
let nextName = 1;
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string, ending = '.csv'): string {
  const path = join(folder, `${String(nextName++)}${ending}`);
  writeFileSync(path, text);
  return path;
}

async function piecesOf(text: string): Promise<readonly ReplayPiece[]> {
  const pieces: ReplayPiece[] = [];
  for await (const piece of replayPieces(file(text))) pieces.push(piece);
  expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).toString() === text).toBe(true);
  return pieces;
}

const lastMs = async (text: string): Promise<number> => (await piecesOf(text)).at(-1)?.atMs ?? Number.NaN;
const rowsOf = (count: number, time: (row: number) => number): string =>
  Array.from({ length: count }, (_, row) => `${String(time(row))},${String(row)}\n`).join('');

describe('a recording', () => {
  it('comes as the first column says, in the unit that its name says', async () => {
    expect(await lastMs(`timestamp,x\n${rowsOf(101, (row) => 5000 + row * 20)}`)).toBe(2000);
    expect(await lastMs(`time_s,x\n${rowsOf(101, (row) => 5 + row / 50)}`)).toBeCloseTo(2000, 6);
    expect(await lastMs(`micros,x\n${rowsOf(101, (row) => row * 20_000)}`)).toBeCloseTo(2000, 6);
  });

  it('goes on where its counter wrapped, or the board was restarted', async () => {
    const wrap = 2 ** 32;
    const pieces = await piecesOf(`timestamp,x\n${rowsOf(200, (row) => (wrap - 2000 + row * 20) % wrap)}`);
    expect(pieces.length).toBeGreaterThan(190);
    expect(pieces.at(-1)?.atMs).toBe(198 * 20);
  });

  it('is not held up by a time that steps back a little', async () => {
    expect(await lastMs('timestamp,x\n0,1\n50,2\n45,3\n60,4\n100,5\n')).toBe(100);
  });

  it('without times comes as if at 115,200 baud', async () => {
    const lines = Array.from({ length: 500 }, (_, row) => `x:${String(row)},y:1\n`).join('');
    expect(await lastMs(lines)).toBeCloseTo((lines.length * 1000) / 11_520, -2);
    const points = `x,y\n${rowsOf(500, (row) => Math.sin(row))}`;
    expect(await lastMs(points)).toBeCloseTo((points.length * 1000) / 11_520, -2);
  });

  it('comes in small pieces, whatever is in the file', async () => {
    for (const text of [
      'x'.repeat(1_000_000),
      `timestamp,x\n${'5,1\n'.repeat(100_000)}`,
      `timestamp,x\n${'hello\n'.repeat(50_000)}`,
    ]) {
      for (const { bytes } of await piecesOf(text)) expect(bytes.length).toBeLessThanOrEqual(131_072);
    }
  });

  it.each([[''], ['0,3\n250,4\n'], ['0,3\nbroken\n'], ['0,99999999999\n']])(
    'of raw bytes is whole with the times %j',
    async (times) => {
      const path = file('abcdefg', '.raw');
      if (times !== '') writeFileSync(`${path}.times`, times);
      const pieces: ReplayPiece[] = [];
      for await (const piece of replayPieces(path)) pieces.push(piece);
      expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).toString()).toBe('abcdefg');
      if (times === '0,3\n250,4\n') expect(pieces.map(({ atMs }) => atMs)).toEqual([0, 250]);
    },
  );
});

describe('a replay', () => {
  it.each([
    [0.1, 900, 3000],
    [1, 80, 1000],
    [100, 0, 500],
  ])('at %d times the speed brings the same bytes at the same times', async (speed, leastMs, mostMs) => {
    const text = `timestamp,x\n${rowsOf(11, (row) => row * 10)}`;
    const source = new ReplaySource({ kind: 'replay', path: file(text), speed });
    const arrivals: number[] = [];
    let heard = '';
    source.onData((bytes, arrivalMs) => {
      heard += Buffer.from(bytes).toString();
      arrivals.push(arrivalMs);
    });
    const began = performance.now();
    await new Promise<void>((resolve) => {
      source.onClose(() => resolve());
      void source.open();
    });
    const tookMs = performance.now() - began;
    expect(heard).toBe(text);
    expect(arrivals.map((ms) => Math.round(ms - (arrivals[0] ?? 0)))).toEqual(
      Array.from({ length: 11 }, (_, row) => row * 10),
    );
    expect(tookMs).toBeGreaterThan(leastMs);
    expect(tookMs).toBeLessThan(mostMs);
  });
});
