import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawSine } from '../../../src/core/data/sine';
import { describeShared, sharedPath } from '../../shared';

describeShared('drawSine against the values of NumPy', () => {
  const rows = (): number[][] =>
    readFileSync(sharedPath('golden/sine-data-1337.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));

  it('gives the same x to the last bit, and the rest within 1e-15 and in the same float32', () => {
    const golden = rows();
    const { x, clean, normal, y } = drawSine({ samples: 1000, seed: 1337, noise: 0.1 });
    expect(golden).toHaveLength(1000);
    golden.forEach((row, index) => {
      expect(x[index]).toBe(row[0]);
      [clean, normal, y].forEach((ours, column) => {
        const value = ours[index] ?? NaN;
        const theirs = row[column + 1] ?? NaN;
        expect(Math.abs(value - theirs)).toBeLessThanOrEqual(1e-15);
        expect(Math.fround(value)).toBe(Math.fround(theirs));
      });
    });
  });
});
