import { describe, expect, it } from 'vitest';
import { splitEnds } from '../../../src/core/data/split';

describe('splitEnds', () => {
  it('cuts the tutorial data into 600, 200 and 200', () => {
    expect(splitEnds(1000, { train: 0.6, test: 0.2, validation: 0.2 })).toEqual({
      trainEnd: 600,
      testEnd: 800,
    });
  });

  it('leaves no part empty and none further than two samples from its share, at every size and in every share', () => {
    for (let samples = 3; samples <= 60; samples++) {
      for (let train = 1; train <= 18; train++) {
        for (let test = 1; train + test <= 19; test++) {
          const shares = { train: train / 20, test: test / 20, validation: (20 - train - test) / 20 };
          const { trainEnd, testEnd } = splitEnds(samples, shares);
          const parts = [trainEnd, testEnd - trainEnd, samples - testEnd];
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(1);
          [shares.train, shares.test, shares.validation].forEach((share, part) => {
            expect(Math.abs((parts[part] ?? NaN) - share * samples)).toBeLessThanOrEqual(2);
          });
        }
      }
    }
  });
});
