/** Where shuffled samples are cut into training, test and validation. */
export interface SplitShares {
  readonly train: number;
  readonly test: number;
  readonly validation: number;
}

/** [0, trainEnd) trains, [trainEnd, testEnd) tests, [testEnd, samples) validates. */
export interface SplitEnds {
  readonly trainEnd: number;
  readonly testEnd: number;
}

/**
 * Shares sum to 1. Each cut is the nearest whole number, so no part is further than one sample from its share; with
 * three samples or more no part is empty.
 */
export function splitEnds(samples: number, shares: SplitShares): SplitEnds {
  const trainEnd = clamp(Math.round(samples * shares.train), 1, samples - 2);
  const testEnd = clamp(Math.round(samples * (shares.train + shares.test)), trainEnd + 1, samples - 1);
  return { trainEnd, testEnd };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(0, Math.min(Math.max(value, low), high));
}
