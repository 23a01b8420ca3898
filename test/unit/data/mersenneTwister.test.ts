import { describe, expect, it } from 'vitest';
import { MersenneTwister } from '../../../src/core/data/mersenneTwister';

describe('MersenneTwister', () => {
  it('gives the 10000th number that ISO C++ [rand.predef] demands of mt19937', () => {
    const random = new MersenneTwister(5489);
    for (let draw = 1; draw < 10000; draw++) random.nextUint32();
    expect(random.nextUint32()).toBe(4123659995);
  });

  it('draws every number of an interval about equally often, and none outside', () => {
    for (const maximum of [0, 1, 2, 5, 7, 8]) {
      const random = new MersenneTwister(maximum);
      const counts = new Array<number>(maximum + 1).fill(0);
      const draws = 4000 * (maximum + 1);
      for (let draw = 0; draw < draws; draw++) counts[random.interval(maximum)]!++;
      expect(counts.reduce((sum, count) => sum + count)).toBe(draws);
      // Six standard deviations of a binomial count.
      for (const count of counts) expect(Math.abs(count - 4000)).toBeLessThan(6 * Math.sqrt(4000));
    }
    const wide = new MersenneTwister(1);
    for (let draw = 0; draw < 1000; draw++) expect(wide.interval(0xffffffff)).toBeGreaterThanOrEqual(0);
  });

  it('shuffles without losing a value, at every length', () => {
    for (let length = 0; length <= 40; length++) {
      const values = Uint32Array.from({ length }, (_, index) => index);
      new MersenneTwister(length).shuffle(values);
      expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, index) => index));
    }
  });

  it('draws normal numbers with the moments of N(0, 1)', () => {
    const random = new MersenneTwister(11);
    const draws = Array.from({ length: 40000 }, () => random.randn());
    const moment = (power: number): number =>
      draws.reduce((sum, value) => sum + value ** power, 0) / draws.length;
    expect(Math.abs(moment(1))).toBeLessThan(0.03);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.05);
    expect(Math.abs(moment(3))).toBeLessThan(0.1);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.3);
  });
});
