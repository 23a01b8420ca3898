import { describe, expect, it } from 'vitest';
import { MersenneTwister } from '../../../src/core/data/mersenneTwister';
import { StreamSession } from '../../../src/core/stream/session';
import type { PlotFrame } from '../../../src/protocol/streamWorker';
import { ConsoleLog } from '../../../src/workers/consoleLog';
import { PictureFeed } from '../../../src/workers/pictureFeed';
import { RawTail } from '../../../src/workers/rawTail';
import { csv, pairs, statistics, valuesAt } from '../../../src/workers/streamQueries';

describe('RawTail', () => {
  it('keeps the last 65,536 bytes, however they come', () => {
    const random = new MersenneTwister(1);
    const tail = new RawTail();
    let all = Buffer.alloc(0);
    for (let chunk = 0; chunk < 200; chunk++) {
      const length = chunk === 100 ? 150_000 : random.interval(3000);
      const bytes = Uint8Array.from({ length }, () => random.interval(255));
      tail.add(bytes);
      all = Buffer.concat([all, bytes]);
      const { offset, bytes: kept } = tail.read();
      expect(offset).toBe(Math.max(0, all.length - 65_536));
      expect(all.subarray(offset).equals(kept)).toBe(true);
    }
  });
});

describe('ConsoleLog', () => {
  const line = (text: string) => ({ text, arrivalMs: 0, fate: 'text' }) as const;

  it('finds the last 10,000 lines by number', () => {
    const log = new ConsoleLog();
    for (let number = 0; number < 25_000; number++) log.add(line(String(number)));
    const { firstLine, lines } = log.slice(0, 1e9);
    expect([firstLine, lines.length, lines[0]?.text, lines.at(-1)?.text]).toEqual([
      15_000,
      10_000,
      '15000',
      '24999',
    ]);
    expect(log.newest(24_990, { lines: 200, characters: 1e6 }).lines).toHaveLength(10);
    expect(log.newest(0, { lines: 200, characters: 1e6 }).firstLine).toBe(24_800);
    expect(log.newest(0, { lines: 200, characters: 50 }).lines.length).toBeLessThanOrEqual(10);
  });
});

/** Two columns, with an empty field and a NaN among them. */
function sessionOf(rows: number): StreamSession {
  const session = new StreamSession({}, { format: { kind: 'csv', delimiter: ',', decimalComma: false } });
  const text = Array.from({ length: rows }, (_, row) =>
    row === 5 ? '5,' : row === 6 ? '6,nan' : `${String(row)},${String(1e9 + Math.sin(row))}`,
  );
  for (const [row, line] of text.entries()) session.push(Buffer.from(`${line}\n`), row * 10);
  return session;
}

describe('answers about rows', () => {
  const session = sessionOf(1000);
  const [x, y] = session.table.all().map(({ name }) => name) as [string, string];
  const whole = { fromS: -1e9, toS: 1e9 };

  it('statistics agree with a two-pass sum, also far from zero', () => {
    const values = Array.from({ length: 1000 }, (_, row) => 1e9 + Math.sin(row)).filter(
      (_, row) => row !== 5 && row !== 6,
    );
    const mean = values.reduce((sum, value) => sum + (value - 1e9), 0) / values.length + 1e9;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const found = statistics(session, whole).find(({ name }) => name === y);
    expect(found).toMatchObject({ count: 998, gaps: 2 });
    expect(found?.mean).toBeCloseTo(mean, 6);
    expect(found?.standardDeviation).toBeCloseTo(Math.sqrt(variance), 6);
    expect(statistics(session, { fromS: 1e8, toS: 1e9 })[0]).toMatchObject({ count: 0, mean: Number.NaN });
  });

  it('the value at a time is the latest one before', () => {
    const { times } = session.store.window(0, 0, 1000);
    for (const row of [0, 1, 500, 999]) {
      const timeS = times[row] ?? 0;
      expect(valuesAt(session, timeS).find(({ name }) => name === x)?.value).toBe(row);
    }
    expect(valuesAt(session, -1)[0]?.value).toBeNaN();
  });

  it('pairs come from the same rows, thinned evenly', () => {
    const { xs, ys } = pairs(session, { ...whole, x, y, limit: 100 });
    expect(xs).toHaveLength(100);
    for (const [index, value] of xs.entries()) expect(ys[index]).toBe(1e9 + Math.sin(value));
    expect(pairs(session, { ...whole, x: 'nothing', y, limit: 100 }).xs).toHaveLength(0);
  });

  it('the CSV has every row, with empty and NaN fields as they came', () => {
    const lines = csv(session, whole)[0]?.text.trimEnd().split('\n') ?? [];
    expect(lines).toHaveLength(1001);
    expect(lines[6]).toMatch(/,5,$/);
    expect(lines[7]).toMatch(/,6,nan$/);
    expect(lines[1000]).toMatch(new RegExp(`,999,${String(1e9 + Math.sin(999))}$`));
  });
});

describe('PictureFeed', () => {
  it('sends nothing to nobody, two pictures to who does not draw, and none when nothing changed', () => {
    const frames: PlotFrame[] = [];
    const feed = new PictureFeed((frame) => frames.push(frame));
    const session = sessionOf(20);
    const pictured = { session, number: 1, log: new ConsoleLog(), endS: 0.19 };
    feed.tick(pictured);
    expect(frames).toHaveLength(0);
    feed.setView({ kind: 'follow', windowS: 1, columns: 100 });
    feed.tick(pictured);
    feed.tick(pictured);
    expect(frames).toHaveLength(1);
    for (let row = 0; row < 5; row++) {
      session.push(Buffer.from('1,2\n'), 300 + row * 10);
      feed.tick({ ...pictured, endS: 0.3 + row / 100 });
    }
    expect(frames.map(({ number }) => number)).toEqual([1, 2]);
    feed.shown(1);
    feed.tick({ ...pictured, endS: 0.4 });
    expect(frames).toHaveLength(3);
    feed.beginWhole();
    feed.tick({ ...pictured, endS: 0.4 });
    expect(frames.at(-1)?.points).toHaveLength(2);
  });

  it('stops a view that nobody sees, once, at the window it followed; one that stands still stays', () => {
    const feed = new PictureFeed(() => undefined);
    expect(feed.freeze(100)).toBeUndefined();
    feed.setView({ kind: 'follow', windowS: 10, columns: 300 });
    feed.setView({ kind: 'hidden' });
    expect(feed.freeze(100)).toEqual({ kind: 'fixed', fromS: 90, toS: 100, columns: 300 });
    expect(feed.freeze(200)).toBeUndefined();
    feed.setView({ kind: 'fixed', fromS: 3, toS: 5, columns: 300 });
    feed.setView({ kind: 'hidden' });
    expect(feed.freeze(200)).toBeUndefined();
  });

  it('sends lines ten times a second at most, and none twice or never', () => {
    const frames: PlotFrame[] = [];
    let nowMs = 0;
    const feed = new PictureFeed(
      (frame) => frames.push(frame),
      () => nowMs,
    );
    feed.setView({ kind: 'follow', windowS: 1, columns: 100 });
    const log = new ConsoleLog();
    const session = sessionOf(20);
    for (let line = 0; line < 100; line++) {
      log.add({ text: String(line), arrivalMs: nowMs, fate: 'text' });
      feed.tick({ session, number: 1, log, endS: 0.19 });
      feed.shown(frames.length);
      nowMs += 10;
    }
    nowMs += 100;
    feed.tick({ session, number: 1, log, endS: 0.19 });
    const parts = frames.flatMap(({ console }) => console ?? []);
    expect(parts).toHaveLength(11);
    expect(parts.flatMap(({ lines }) => lines.map(({ text }) => Number(text)))).toEqual(
      Array.from({ length: 100 }, (_, line) => line),
    );
  });
});
