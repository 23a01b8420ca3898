/** Fewer points that look the same: a file of a report must not grow with the data. */
export interface Points {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

const mostPoints = 2000;
/** A line is at most about 660 pixels wide. */
const columns = 700;

/** Every n-th point; in the order of a shuffle, that is a fair sample. */
export function thinnedPoints({ x, y }: Points): Points {
  const step = Math.ceil(x.length / mostPoints);
  if (step <= 1) return { x, y };
  const kept = Array.from({ length: Math.ceil(x.length / step) }, (_, index) => index * step);
  return { x: kept.map((at) => x[at] ?? NaN), y: kept.map((at) => y[at] ?? NaN) };
}

/** The lowest and the highest point of each column of equally many points, in their order. */
export function thinnedLine({ x, y }: Points): Points {
  if (x.length <= 2 * columns) return { x, y };
  const kept = new Set<number>([0]);
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column * x.length) / columns);
    const to = Math.floor(((column + 1) * x.length) / columns);
    let [lowest, highest] = [from, from];
    for (let at = from; at < to; at++) {
      if ((y[at] ?? NaN) < (y[lowest] ?? NaN)) lowest = at;
      if ((y[at] ?? NaN) > (y[highest] ?? NaN)) highest = at;
    }
    kept.add(Math.min(lowest, highest)).add(Math.max(lowest, highest));
  }
  kept.add(x.length - 1);
  const order = [...kept];
  return { x: order.map((at) => x[at] ?? NaN), y: order.map((at) => y[at] ?? NaN) };
}
