import { describe, expect, it } from 'vitest';
import { align } from '../../../src/core/inspect/align';
import { milliseconds } from '../../processorTime';

/** Length of the longest common subsequence by trying everything: the judge. */
function longest(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a.startsWith(b.slice(0, 1))) return 1 + longest(a.slice(1), b.slice(1));
  return Math.max(longest(a.slice(1), b), longest(a, b.slice(1)));
}

describe('align', () => {
  it('matches as much as can be matched, in order, and leaves nothing out', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const word = (from: number) =>
        Array.from({ length: (seed >> from) % 7 }, (_, index) =>
          'abc'.charAt((Math.imul(seed + from, 40503) >> index) % 3),
        ).join('');
      const [before, after] = [word(0), word(3)];
      const same = (a: number, b: number) => before[a] === after[b];
      const pairs = align(before.length, after.length, (a, b) => (same(a, b) ? 1 : 0), same);
      const both = pairs.filter((pair) => pair.kind === 'both');
      for (const pair of both) expect(same(pair.before, pair.after)).toBe(true);
      expect(both.length, `${before} ${after}`).toBe(longest(before, after));
      const befores = pairs.flatMap((pair) => (pair.kind === 'added' ? [] : [pair.before]));
      const afters = pairs.flatMap((pair) => (pair.kind === 'removed' ? [] : [pair.after]));
      expect(befores).toEqual(Array.from({ length: before.length }, (_, index) => index));
      expect(afters).toEqual(Array.from({ length: after.length }, (_, index) => index));
    }
  });

  it('stays quick on two long lists', () => {
    const spent = milliseconds(() => {
      const pairs = align(
        3000,
        3000,
        (a, b) => (a % 7 === b % 5 ? 1 : 0),
        () => false,
      );
      expect(pairs.length).toBeGreaterThanOrEqual(3000);
    });
    expect(spent).toBeLessThan(2000);
  });
});
