import { describe, expect, it } from 'vitest';
import { decimateLine, decimatePoints, type Point } from '../../../webview/shared/decimate';
import { aboveZero } from '../../../webview/shared/visiblePoints';

/** A small generator of our own, so that a failure repeats. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function noisy(count: number, seed: number, gapShare = 0): { x: number[]; y: number[] } {
  const next = random(seed);
  const x = Array.from({ length: count }, (_, index) => index + next());
  const y = x.map(() => (next() < gapShare ? NaN : next() * 100 - 50));
  return { x, y };
}

interface Extremes {
  lowest: number;
  highest: number;
}

/** Lowest and highest y in each pixel column, read from the definition. */
function columnExtremes(
  points: readonly Point[],
  xMin: number,
  xMax: number,
  columns: number,
): Map<number, Extremes> {
  const found = new Map<number, Extremes>();
  for (const { x, y } of points) {
    if (!Number.isFinite(y) || x < xMin || x > xMax) continue;
    const column = Math.min(columns - 1, Math.floor((x - xMin) * (columns / (xMax - xMin))));
    const known = found.get(column) ?? { lowest: Infinity, highest: -Infinity };
    found.set(column, { lowest: Math.min(known.lowest, y), highest: Math.max(known.highest, y) });
  }
  return found;
}

const zip = (x: readonly number[], y: readonly number[]): Point[] =>
  x.map((value, index) => ({ x: value, y: y[index]! }));

describe('decimateLine', () => {
  it('keeps the lowest and the highest of every pixel column, in every view', () => {
    const { x, y } = noisy(500, 1);
    for (const columns of [1, 2, 7, 50, 499, 2000]) {
      for (let from = 0; from < 500; from += 61) {
        for (let to = from + 1; to <= 500; to += 97) {
          const view = { xMin: x[from]!, xMax: x[to - 1]! + 0.5, columns };
          const kept = columnExtremes(decimateLine(x, y, view), view.xMin, view.xMax, columns);
          const all = columnExtremes(zip(x, y), view.xMin, view.xMax, columns);
          for (const [column, { lowest, highest }] of all) {
            // Crossings at the edges may reach further, never less far.
            expect(kept.get(column)!.lowest).toBeLessThanOrEqual(lowest);
            expect(kept.get(column)!.highest).toBeGreaterThanOrEqual(highest);
          }
        }
      }
    }
  });

  it('invents nothing inside a view that holds all samples, and keeps their order', () => {
    const { x, y } = noisy(3000, 2);
    const given = zip(x, y);
    const kept = decimateLine(x, y, { xMin: 0, xMax: 3001, columns: 100 });
    let at = -1;
    for (const point of kept) {
      const found = given.findIndex((one, index) => index > at && one.x === point.x && one.y === point.y);
      expect(found).toBeGreaterThan(at);
      at = found;
    }
    expect(kept.length).toBeLessThanOrEqual(4 * 100);
    expect(kept[0]).toEqual(given[0]);
    expect(kept.at(-1)).toEqual(given.at(-1));
  });

  it('never draws across a gap', () => {
    for (const seed of [3, 4, 5]) {
      const { x, y } = noisy(400, seed, 0.1);
      const kept = decimateLine(x, y, { xMin: 0, xMax: 401, columns: 60 });
      for (let index = 1; index < kept.length; index++) {
        const [before, after] = [kept[index - 1]!, kept[index]!];
        if (Number.isNaN(before.y) || Number.isNaN(after.y)) continue;
        const between = y.slice(x.indexOf(before.x), x.indexOf(after.x));
        expect(between.some(Number.isNaN)).toBe(false);
      }
    }
  });

  it('cuts the line at the edges of the view where it crosses them', () => {
    const x = [0, 10, 20];
    const y = [0, 10, 0];
    expect(decimateLine(x, y, { xMin: 5, xMax: 15, columns: 100 })).toEqual([
      { x: 5, y: 5 },
      { x: 10, y: 10 },
      { x: 15, y: 5 },
    ]);
    expect(decimateLine(x, y, { xMin: 2, xMax: 4, columns: 100 })).toEqual([
      { x: 2, y: 2 },
      { x: 4, y: 4 },
    ]);
    expect(decimateLine(x, y, { xMin: 30, xMax: 40, columns: 100 })).toEqual([]);
  });

  it('draws unsorted x in the order of the rows', () => {
    const x = [0, 4, 4, 0, 0];
    const y = [0, 0, 4, 4, 0];
    expect(decimateLine(x, y, { xMin: 0, xMax: 4, columns: 400 })).toEqual(zip(x, y));
  });

  it('takes what is not a number as a gap, wherever it stands', () => {
    const view = { xMin: 0, xMax: 3, columns: 10 };
    expect(decimateLine([NaN, NaN], [1, 2], view)).toEqual([]);
    expect(decimateLine([0, 1], [NaN, NaN], view)).toEqual([]);
    expect(decimateLine([0, 1, 2, 3], [1, Infinity, NaN, 4], view).map(({ y }) => y)).toEqual([1, NaN, 4]);
    expect(decimateLine([], [], view)).toEqual([]);
  });
});

describe('decimatePoints', () => {
  it('leaves out only points that lie within a cell of one that is drawn', () => {
    const next = random(6);
    const x = Array.from({ length: 20_000 }, () => next() * 10);
    const y = x.map((value) => Math.sin(value) + next());
    const [columns, rows] = [80, 40];
    const kept = decimatePoints(x, y, { xMin: 2, xMax: 8, columns, rows });
    expect(kept.length).toBeLessThanOrEqual(columns * rows);
    const inside = zip(x, y).filter((point) => point.x >= 2 && point.x <= 8);
    const height = (Math.max(...inside.map((p) => p.y)) - Math.min(...inside.map((p) => p.y))) / rows;
    for (const point of inside) {
      const near = kept.some(
        (one) => Math.abs(one.x - point.x) <= 6 / columns && Math.abs(one.y - point.y) <= height,
      );
      expect(near).toBe(true);
    }
  });

  it('keeps every point where there are few', () => {
    const x = [1, 1, 2, NaN, 9];
    const y = [1, 1, NaN, 1, 1];
    expect(decimatePoints(x, y, { xMin: 0, xMax: 5, columns: 10, rows: 10 })).toHaveLength(2);
  });
});

describe('on a logarithmic axis', () => {
  it('what is not above zero is a gap where it stood, never a value', () => {
    const points = [5, 0, -3, NaN, 1e-9, 1000].map((y, x) => ({ x, y }));
    const drawn = aboveZero(points);
    expect(drawn.map(({ x }) => x)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(drawn.map(({ y }) => y)).toEqual([5, NaN, NaN, NaN, 1e-9, 1000]);
  });
});
