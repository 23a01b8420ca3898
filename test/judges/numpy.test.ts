import { expect, it } from 'vitest';
import { drawSine } from '../../src/core/data/sine';
import { askPython, describePython } from './python';

interface Draw {
  readonly x: readonly number[];
  readonly normal: readonly number[];
}

describePython("NumPy's RandomState", () => {
  const seeds = [0, 1, 1337, 20200101, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

  it.each([1, 2, 7, 1000])(
    'draws, shuffles and adds noise as we do, for %i samples of several seeds',
    (samples) => {
      const draws = askPython('numpyDraws.py', { seeds, samples }) as readonly Draw[];
      expect(draws).toHaveLength(seeds.length);
      draws.forEach((expected, i) => {
        const ours = drawSine({ samples, seed: seeds[i] ?? 0, noise: 0.1 });
        expect(Array.from(ours.x), `x of seed ${String(seeds[i])}`).toEqual(expected.x);
        ours.normal.forEach((value, sample) => {
          // The C library's logarithm and V8's may differ in the last bit.
          expect(Math.abs(value - (expected.normal[sample] ?? NaN))).toBeLessThanOrEqual(1e-14);
        });
      });
    },
  );
});
