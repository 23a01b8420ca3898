import type { TensorType } from '../tflite/model';
import type { TensorCodes } from './tensorValues';

/** Counts of values in equal bins from `from` to `to`; one bin per code where a type has at most 256 codes. */
export interface Histogram {
  readonly from: number;
  readonly to: number;
  readonly counts: Uint32Array;
  readonly isPerCode: boolean;
}

/** Types of so few codes that each has a bin of its own. */
export const histogramRange: Readonly<Record<string, readonly [lowest: number, highest: number]>> = {
  INT8: [-128, 127],
  UINT8: [0, 255],
  INT4: [-8, 7],
  UINT4: [0, 15],
  INT2: [-2, 1],
  BOOL: [0, 1],
};

const bins = 64;

/** Values that are not finite are in no bin. */
export function histogram(type: TensorType, codes: TensorCodes): Histogram {
  const range = histogramRange[type];
  if (range) {
    const [from, to] = range;
    const counts = new Uint32Array(to - from + 1);
    for (const code of codes) counts[code - from] = (counts[code - from] ?? 0) + 1;
    return { from, to, counts, isPerCode: true };
  }
  let minimum = Infinity;
  let maximum = -Infinity;
  for (const value of codes) {
    if (!Number.isFinite(value)) continue;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  if (minimum > maximum) [minimum, maximum] = [NaN, NaN];
  const counts = new Uint32Array(bins);
  const width = (maximum - minimum) / bins;
  for (const value of codes) {
    if (!Number.isFinite(value)) continue;
    const bin = width > 0 ? Math.min(bins - 1, Math.floor((value - minimum) / width)) : 0;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from: minimum, to: maximum, counts, isPerCode: false };
}
