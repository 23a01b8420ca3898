/** Which samples measure the ranges of values. */
import type { SampleSet } from '../nn/engine';

/** More hardly widen the ranges, but take their time. */
const mostRepresentative = 2000;

/** Evenly spread over a split, which is shuffled. Gives [samples, values of the input], row-major. */
export function representativeSamples({ samples, inputs }: SampleSet): Float32Array {
  if (samples <= mostRepresentative) return inputs;
  const width = inputs.length / samples;
  const chosen = new Float32Array(mostRepresentative * width);
  for (let index = 0; index < mostRepresentative; index++) {
    const from = Math.floor((index * samples) / mostRepresentative) * width;
    chosen.set(inputs.subarray(from, from + width), index * width);
  }
  return chosen;
}
