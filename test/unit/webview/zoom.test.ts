import { describe, expect, it } from 'vitest';
import { moved, overlaps, zoomed } from '../../../webview/shared/zoomRange';

const full = { min: 10, max: 110 };

describe('zoomed', () => {
  it('keeps what is under the cursor under the cursor', () => {
    for (const centre of [10, 25, 60, 110]) {
      const range = zoomed(full, full, centre, 0.5)!;
      expect((centre - range.min) / (range.max - range.min)).toBeCloseTo((centre - 10) / 100, 12);
    }
  });

  it('never leaves what there is to see, and shows all of it in the end', () => {
    let range: { min: number; max: number } | undefined = { min: 10, max: 20 };
    for (let step = 0; step < 20 && range; step++) {
      range = zoomed(range, full, range.min, 1.5);
      if (range) {
        expect(range.min).toBeGreaterThanOrEqual(full.min);
        expect(range.max).toBeLessThanOrEqual(full.max);
      }
    }
    expect(range).toBeUndefined();
  });

  it('stays wider than nothing', () => {
    let range = full;
    for (let step = 0; step < 200; step++) range = zoomed(range, full, 50, 0.5)!;
    expect(range.max).toBeGreaterThan(range.min);
  });
});

describe('moved', () => {
  it('keeps its width and stops at both ends', () => {
    for (const share of [-5, -0.2, 0, 0.2, 5]) {
      const range = moved({ min: 40, max: 60 }, full, share);
      expect(range.max - range.min).toBeCloseTo(20, 12);
      expect(range.min).toBeGreaterThanOrEqual(10);
      expect(range.max).toBeLessThanOrEqual(110);
    }
  });
});

describe('overlaps', () => {
  it('is true of two stretches that have a point between the ends of both', () => {
    for (let min = 0; min < 6; min++) {
      for (let max = min + 1; max <= 6; max++) {
        const midpoints = Array.from({ length: max - min }, (_, index) => min + index + 0.5);
        const shared = midpoints.some((point) => point > 2 && point < 4);
        expect(overlaps({ min, max }, { min: 2, max: 4 })).toBe(shared);
        expect(overlaps({ min: 2, max: 4 }, { min, max })).toBe(shared);
      }
    }
  });
});
