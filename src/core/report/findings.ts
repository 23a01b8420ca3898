/** What can be said about a run's data, computed from the run: its noise, and what it makes of errors. Page and report share it. */
import type { DeviceCurve, RunData } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';

export type Part = 'train' | 'test' | 'validation';

export function partRange(data: RunData, part: Part): readonly [from: number, to: number] {
  if (part === 'train') return [0, data.trainEnd];
  return part === 'test' ? [data.trainEnd, data.testEnd] : [data.testEnd, data.x.length];
}

/** What is drawn along x and y: the columns of a file have names of their own. */
export function axisNames({ table }: RunData): { readonly x: string; readonly y: string } {
  return { x: table?.inputNames[0] ?? 'x', y: table?.targetName ?? 'y' };
}

/** Mean square of y - clean: the MSE of a model that found the curve itself. Undefined where nobody knows the curve. */
export function noiseMse(data: RunData, part: Part): number | undefined {
  return data.clean && meanSquare(data.y, data.clean, ...partRange(data, part));
}

/** MSE of `predictions`, which follow the order of `data`, on one part of it. */
export function errorMse(data: RunData, predictions: ArrayLike<number>, part: Part): number {
  return meanSquare(data.y, predictions, ...partRange(data, part));
}

/** Mean square of the predictions' distance from the noiseless curve. Undefined where nobody knows the curve. */
export function curveMse(data: RunData, predictions: ArrayLike<number>, part: Part): number | undefined {
  return data.clean && meanSquare(data.clean, predictions, ...partRange(data, part));
}

/** How many samples there are for what, and how noisy they are where that is known. */
export function dataFacts(data: RunData): Sentence {
  const { x, trainEnd, testEnd } = data;
  const [trainNoise, testNoise, validationNoise] = (['train', 'test', 'validation'] as const).map((part) =>
    noiseMse(data, part),
  );
  const counts = {
    samples: x.length,
    train: trainEnd,
    test: testEnd - trainEnd,
    validation: x.length - testEnd,
  };
  if (trainNoise === undefined || testNoise === undefined || validationNoise === undefined) {
    return sentence('report.dataCounts', counts);
  }
  return sentence('training.data.facts', { ...counts, trainNoise, testNoise, validationNoise });
}

/**
 * Where the device's curve is farthest from the noiseless data, which is joined by straight lines between samples.
 * Undefined where nobody knows the noiseless data.
 */
export function largestDeviation(
  data: RunData,
  curve: DeviceCurve,
): { readonly x: number; readonly distance: number } | undefined {
  const { clean } = data;
  if (!clean) return undefined;
  const order = Array.from(data.x.keys()).sort((a, b) => data.x[a]! - data.x[b]!);
  let at = 0;
  let largest = { x: NaN, distance: -Infinity };
  for (let index = 0; index < curve.x.length; index++) {
    const x = curve.x[index]!;
    if (index > 0 && x < curve.x[index - 1]!) at = 0;
    while (at + 2 < order.length && data.x[order[at + 1]!]! < x) at++;
    const left = order[at];
    const right = order[at + 1];
    if (left === undefined || right === undefined) break;
    const width = data.x[right]! - data.x[left]!;
    const share = width === 0 ? 0 : (x - data.x[left]!) / width;
    const curveHere = clean[left]! + share * (clean[right]! - clean[left]!);
    const distance = Math.abs(curve.y[index]! - curveHere);
    if (distance > largest.distance) largest = { x, distance };
  }
  return largest;
}

/** Not `Math.min(...)`: a million arguments are too many. Infinity where there are none. */
export function lowest(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  return least;
}

/** −Infinity where there are none. */
export function highest(values: Iterable<number>): number {
  let most = -Infinity;
  for (const value of values) if (value > most) most = value;
  return most;
}

function meanSquare(a: ArrayLike<number>, b: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += (a[index]! - b[index]!) ** 2;
  return sum / (to - from);
}
