/** What a network was while it learned: moments of a training, so that it can be looked at again. */

/** One moment: what the network says at the fit points of the data, and what it is. */
export interface FitMoment {
  /** Finished epochs; 0 is before the first one. */
  readonly epoch: number;
  /** [points] */
  readonly outputs: Float32Array;
  /** Laid out as `flatWeights` says; absent where a network has too many to be kept again and again. */
  readonly weights?: Float32Array;
}

/** Moments in the order of their epochs, in few arrays, so that they cross to a page and into a file quickly. */
export interface FitSnapshots {
  /** Ascending; the first is 0. */
  readonly epochs: Uint32Array;
  /** [epochs, points] */
  readonly outputs: Float32Array;
  /** [epochs, parameters] */
  readonly weights?: Float32Array;
}

/** Moments that have all the same number of points; weights are kept if all have them. */
export function fitSnapshots(moments: readonly FitMoment[]): FitSnapshots {
  const weights = moments.flatMap((moment) => (moment.weights ? [moment.weights] : []));
  return {
    epochs: Uint32Array.from(moments, ({ epoch }) => epoch),
    outputs: joined(moments.map(({ outputs }) => outputs)),
    ...(weights.length === moments.length && weights.length > 0 && { weights: joined(weights) }),
  };
}

/** The same memory, not a copy. Throws a RangeError where there is no such moment. */
export function fitMoment({ epochs, outputs, weights }: FitSnapshots, index: number): FitMoment {
  const epoch = epochs[index];
  if (epoch === undefined) throw new RangeError(`There is no snapshot ${String(index)}.`);
  return {
    epoch,
    outputs: row(outputs, index, epochs.length),
    ...(weights && { weights: row(weights, index, epochs.length) }),
  };
}

/** Index of the last moment at or before `epoch`; 0 where there is none. */
export function momentAt({ epochs }: FitSnapshots, epoch: number): number {
  return Math.max(
    0,
    epochs.findLastIndex((kept) => kept <= epoch),
  );
}

function row(values: Float32Array, index: number, rows: number): Float32Array {
  const width = values.length / rows;
  return values.subarray(index * width, (index + 1) * width);
}

function joined(rows: readonly Float32Array[]): Float32Array {
  const width = rows[0]?.length ?? 0;
  const all = new Float32Array(width * rows.length);
  rows.forEach((one, index) => all.set(one, index * width));
  return all;
}
