import { describe, expect, it } from 'vitest';
import { ColumnStore, isGap } from '../../../src/core/stream/columnStore';
import { drawnPoints } from '../../../src/core/stream/extremes';

const value = (row: number): number => Math.sin(row / 50) * 100 + ((row * 7919) % 13);

describe('ColumnStore', () => {
  it('keeps the newest rows, at most the limit, and counts what it dropped', () => {
    const store = new ColumnStore({ rows: 10_000, bytes: 1e9 });
    const group = store.addGroup(2);
    for (let row = 0; row < 25_000; row++) store.append(group, row / 100, [value(row), -row]);
    expect(store.droppedRows).toBe(15_000);
    expect(store.range(group)).toEqual({ firstRow: 15_000, endRow: 25_000 });
    const { times, columns } = store.window(group, 0, 1e9);
    expect(times).toHaveLength(10_000);
    for (let row = 0; row < 10_000; row++) {
      expect(times[row]).toBe((15_000 + row) / 100);
      expect(columns[0]?.[row]).toBe(value(15_000 + row));
      expect(columns[1]?.[row]).toBe(-15_000 - row);
    }
  });

  it('takes other limits while it is filled: what is too much goes, the oldest first', () => {
    const store = new ColumnStore({ rows: 20_000, bytes: 1e9 });
    const group = store.addGroup(1);
    const append = (rows: number): void => {
      for (let count = 0; count < rows; count++) {
        const { endRow } = store.range(group);
        store.append(group, endRow, [value(endRow)]);
      }
    };
    append(15_000);
    store.setLimits({ rows: 5000, bytes: 1e9 });
    expect(store.range(group)).toEqual({ firstRow: 10_000, endRow: 15_000 });
    const bytes = store.byteCount;
    store.setLimits({ rows: 5000, bytes: bytes - 1 });
    expect(store.byteCount).toBeLessThan(bytes);
    store.setLimits({ rows: 30_000, bytes: 1e9 });
    append(40_000);
    expect(store.range(group)).toEqual({ firstRow: 25_000, endRow: 55_000 });
    expect(store.rowCount + store.droppedRows).toBe(55_000);
    const { times, columns } = store.window(group, 0, 1e9);
    expect(times[0]).toBe(25_000);
    expect(columns[0]?.every((one, at) => one === value(25_000 + at))).toBe(true);
  });

  it('keeps below its limit of bytes, over all groups', () => {
    const limit = 4 * 1024 * 1024;
    const store = new ColumnStore({ rows: 1e9, bytes: limit });
    const groups = [store.addGroup(1), store.addGroup(6)];
    let most = 0;
    for (let row = 0; row < 200_000; row++) {
      store.append(groups[row % 2] ?? 0, row, [1, 2, 3, 4, 5, 6]);
      most = Math.max(most, store.byteCount);
    }
    expect(most).toBeLessThanOrEqual(limit);
    expect(store.rowCount + store.droppedRows).toBe(200_000);
    expect(store.rowCount).toBeGreaterThan(50_000);
  });

  it('finds any window by time and by row', () => {
    const store = new ColumnStore({ rows: 5000, bytes: 1e9 });
    const group = store.addGroup(1);
    for (let row = 0; row < 12_345; row++) store.append(group, Math.floor(row / 3), [row]);
    for (let timeS = 2400; timeS < 4200; timeS += 7) {
      const row = store.rowAt(group, timeS);
      expect(row).toBe(Math.min(12_345, Math.max(7345, timeS * 3)));
    }
    expect([...(store.window(group, 7350, 7353).columns[0] ?? [])]).toEqual([7350, 7351, 7352]);
  });

  it('tells an empty field from NaN, also in a copy', () => {
    const store = new ColumnStore();
    const group = store.addGroup(1);
    for (const cell of [1, null, NaN, Infinity, null]) store.append(group, 0, [cell]);
    const [column] = store.window(group, 0, 5).columns;
    if (!column) throw new Error('no column');
    const moved = structuredClone(column);
    expect([0, 1, 2, 3, 4].map((row) => isGap(moved, row))).toEqual([false, true, false, false, true]);
  });
});

describe('drawnPoints', () => {
  it('has the smallest and the largest value of every pixel column, and few points', () => {
    const store = new ColumnStore();
    const group = store.addGroup(1);
    const rows = 100_000;
    for (let row = 0; row < rows; row++) store.append(group, row / 1000, [value(row)]);
    for (const [fromS, toS, pixels] of [
      [0, 100, 500],
      [12.345, 67.89, 333],
      [50, 51, 200],
    ] as const) {
      const drawn = drawnPoints(store, group, 0, fromS, toS, pixels);
      expect(drawn.times.length).toBeLessThanOrEqual(3 * (pixels + 4));
      for (let pixel = 1; pixel < pixels - 1; pixel++) {
        const isInside = (timeS: number): boolean =>
          Math.floor(((timeS - fromS) * pixels) / (toS - fromS)) === pixel;
        const first = Math.ceil((fromS + (pixel * (toS - fromS)) / pixels) * 1000) - 1;
        const judged: number[] = [];
        for (let row = first; row <= first + ((toS - fromS) * 1000) / pixels + 2; row++) {
          if (isInside(row / 1000)) judged.push(value(row));
        }
        const points = [...drawn.values].filter((_, index) => isInside(drawn.times[index] ?? 0));
        expect([Math.min(...points), Math.max(...points)]).toEqual([
          Math.min(...judged),
          Math.max(...judged),
        ]);
      }
      const times = [...drawn.times];
      expect([...times].sort((a, b) => a - b)).toEqual(times);
    }
  });

  it('breaks the line at gaps and segments, and marks what is not finite', () => {
    const store = new ColumnStore();
    const group = store.addGroup(1);
    const cells = [1, 2, null, 3, NaN, Infinity, 4, 5];
    for (const [row, cell] of cells.entries()) store.append(group, row, [cell]);
    const drawn = drawnPoints(store, group, 0, 0, 7, 1000, [7]);
    expect([...drawn.values]).toEqual([1, 2, NaN, 3, NaN, 4, NaN, 5]);
    expect(drawn.notFinite).toEqual([4, 5]);
    expect([drawn.minimum, drawn.maximum]).toEqual([1, 5]);
  });

  it('stays small when every other value is NaN', () => {
    const store = new ColumnStore();
    const group = store.addGroup(1);
    for (let row = 0; row < 50_000; row++) store.append(group, row, [row % 2 ? NaN : row]);
    expect(drawnPoints(store, group, 0, 0, 50_000, 300).times.length).toBeLessThan(1000);
  });
});
