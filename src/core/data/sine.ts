/** The data of the sine tutorial: a noisy sine, the same on every machine for the same seed. */
import { MersenneTwister } from './mersenneTwister';

export interface SineOptions {
  readonly samples: number;
  /** Whole number from 0 to 2^32 − 1. */
  readonly seed: number;
  /** Standard deviation of the noise that is added to the sine. */
  readonly noise: number;
}

/** One entry per sample, in the order of the shuffle. */
export interface SineData {
  /** Uniform in [0, 2π). */
  readonly x: Float64Array;
  /** sin x. */
  readonly clean: Float64Array;
  /** N(0, 1), before it is scaled by `SineOptions.noise`. */
  readonly normal: Float64Array;
  /** clean + noise · normal. */
  readonly y: Float64Array;
}

/** Draws all x, shuffles them, then draws the noise, all from one stream: the order of the tutorial's notebook. */
export function drawSine({ samples, seed, noise }: SineOptions): SineData {
  const random = new MersenneTwister(seed);
  const x = Float64Array.from({ length: samples }, () => random.uniform(0, 2 * Math.PI));
  random.shuffle(x);
  const clean = x.map((angle) => Math.sin(angle));
  const normal = Float64Array.from({ length: samples }, () => random.randn());
  const y = clean.map((value, index) => value + noise * (normal[index] ?? 0));
  return { x, clean, normal, y };
}
