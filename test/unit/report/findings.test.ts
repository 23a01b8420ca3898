import { describe, expect, it } from 'vitest';
import type { RunData } from '../../../src/core/project/run';
import { largestDeviation, noiseMse, partRange } from '../../../src/core/report/findings';
import { skippedEpochs } from '../../../src/core/report/skippedEpochs';
import type { Sentence } from '../../../l10n/sentences';
import { judge } from '../../../src/core/report/verdict';

/** Alternating noise of ±`noise`: its mean square is exactly its square. */
function data(noise: number, samples = 100): RunData & { readonly clean: Float32Array } {
  const x = Float32Array.from({ length: samples }, (_, index) => ((index * 37) % samples) / 16);
  const clean = x.map((value) => Math.sin(value));
  const y = clean.map((value, index) => value + (index % 2 ? noise : -noise));
  return { x, clean, y, trainEnd: 60, testEnd: 80 };
}

describe('noiseMse', () => {
  it('is the mean square of the noise in each part, and the parts are all of the data', () => {
    const given = data(0.25);
    let covered = 0;
    for (const part of ['train', 'test', 'validation'] as const) {
      expect(noiseMse(given, part)).toBeCloseTo(0.0625, 6);
      const [from, to] = partRange(given, part);
      covered += to - from;
    }
    expect(covered).toBe(given.x.length);
  });
});

const verdict = (...given: Parameters<typeof judge>): Sentence => judge(...given).said;

describe('verdict', () => {
  const given = data(0.1);
  const off = (distanceAt: (index: number) => number): Float32Array =>
    given.clean.map((value, index) => value + distanceAt(index));

  it('is computed from the errors and the noise', () => {
    expect(verdict(given, given.clean).id).toBe('training.verdict.nearNoise');
    expect(
      verdict(
        given,
        off(() => 0.5),
      ).id,
    ).toBe('training.verdict.underfits');
    expect(
      verdict(
        given,
        given.clean.map(() => 0),
      ).id,
    ).toBe('training.verdict.learnedNothing');
    expect(
      verdict(
        given,
        off((index) => (index < given.testEnd ? 0 : 1)),
      ).id,
    ).toBe('training.verdict.overfits');
  });

  it('says what it compared', () => {
    const { args } = verdict(given, given.clean);
    expect(args.train).toBeCloseTo(0.01, 6);
    expect(args.trainTimes).toBe(1);
  });

  it('does not divide by noise that is not there', () => {
    expect(verdict(data(0), data(0).clean).id).toBe('training.verdict.noNoise');
  });
});

describe('skippedEpochs', () => {
  it('leaves out what the tutorial does, and never most of what there is', () => {
    expect([skippedEpochs(0, 1000), skippedEpochs(1, 600), skippedEpochs(7, 600)]).toEqual([50, 100, 100]);
    for (let epochs = 1; epochs <= 200; epochs++) {
      for (const index of [0, 1, 2])
        expect(skippedEpochs(index, epochs)).toBeLessThan(Math.max(1, epochs / 2));
    }
  });
});

describe('largestDeviation', () => {
  it('finds the one place where the curve leaves the data', () => {
    const given = data(0.1);
    const x = Float32Array.from({ length: 50 }, (_, index) => index / 10);
    const y = x.map((value, index) => Math.sin(value) + (index === 31 ? 0.5 : 0));
    const found = largestDeviation(given, { x, y });
    expect(found?.x).toBeCloseTo(3.1, 6);
    // Straight lines between samples 1/16 apart differ from a sine by at most (1/16)²/8.
    expect(Math.abs((found?.distance ?? NaN) - 0.5)).toBeLessThan(1 / 16 ** 2 / 8 + 1e-6);
  });
});
