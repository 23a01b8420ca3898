/** Where a network is asked while it learns, so that what it has found so far can be drawn. */
import type { RunData } from './run';
import { runInputs } from './runData';

export interface FitPoints {
  /** [points, values in a sample], row-major. */
  readonly inputs: Float32Array;
  /** What the data says there; only where the points are samples. */
  readonly targets?: Float32Array;
}

const gridPoints = 121;
const samplePoints = 200;

/**
 * Evenly spaced over the data's range where a sample has one input: a curve. Otherwise the first samples in the order of
 * the shuffle, which are a fair choice: predicted against true. The same for the same data, so nobody has to send it.
 */
export function fitPoints(data: RunData): FitPoints {
  const width = data.table?.inputNames.length ?? 1;
  if (width > 1) {
    const points = Math.min(samplePoints, data.x.length);
    return { inputs: runInputs(data).slice(0, points * width), targets: data.y.slice(0, points) };
  }
  let min = Infinity;
  let max = -Infinity;
  for (const x of data.x) {
    min = Math.min(min, x);
    max = Math.max(max, x);
  }
  const step = (max - min) / (gridPoints - 1);
  return { inputs: Float32Array.from({ length: gridPoints }, (_, index) => min + index * step) };
}
