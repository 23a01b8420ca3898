/**
 * Long series as few points as a chart has pixels, without losing what can be seen.
 *
 * For lines: of every run of samples that fall into one pixel column, the first, the lowest, the highest and the last
 * (Jugel, Jerzak, Hackenbroich and Markl, "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014).
 * A run ends where the column changes, so x need not be sorted.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `columns` pixel columns over [xMin, xMax]. */
export interface View {
  readonly xMin: number;
  readonly xMax: number;
  readonly columns: number;
}

/**
 * Points of the line through (x, y) inside the view. A sample that is not finite breaks the line: it comes back as a
 * point whose y is NaN. Where the line crosses an edge of the view, the crossing is added.
 */
export function decimateLine(x: ArrayLike<number>, y: ArrayLike<number>, view: View): Point[] {
  const { xMin, xMax, columns } = view;
  const perUnit = columns / (xMax - xMin || 1);
  const points: Point[] = [];
  let run: Run | undefined;
  // Numbers, not points: a million samples are a million objects less to make.
  let previousX = NaN;
  let previousY = NaN;

  const flush = (): void => {
    if (run) for (const index of runIndices(run)) points.push({ x: x[index]!, y: y[index]! });
    run = undefined;
  };
  const gap = (): void => {
    const last = points.at(-1);
    if (last && !Number.isNaN(last.y)) points.push({ x: last.x, y: NaN });
  };

  const count = Math.min(x.length, y.length);
  for (let index = 0; index < count; index++) {
    const atX = x[index]!;
    const atY = y[index]!;
    if (!Number.isFinite(atX) || !Number.isFinite(atY)) {
      flush();
      gap();
      previousX = NaN;
      continue;
    }
    if (atX < xMin || atX > xMax) {
      flush();
      if (!Number.isNaN(previousX)) {
        // Leaving the view, or crossing all of it between two samples.
        for (const edge of atX > previousX ? [xMin, xMax] : [xMax, xMin])
          pushCrossing(points, previousX, previousY, atX, atY, edge);
      }
      gap();
    } else {
      if (previousX < xMin || previousX > xMax) {
        pushCrossing(points, previousX, previousY, atX, atY, previousX < xMin ? xMin : xMax);
      }
      const column = Math.min(columns - 1, Math.floor((atX - xMin) * perUnit));
      if (run?.column !== column) {
        flush();
        run = { column, first: index, lowest: index, highest: index, last: index };
      } else {
        run.last = index;
        if (atY < y[run.lowest]!) run.lowest = index;
        if (atY > y[run.highest]!) run.highest = index;
      }
    }
    previousX = atX;
    previousY = atY;
  }
  flush();
  if (Number.isNaN(points.at(-1)?.y)) points.pop();
  return points;
}

/**
 * Single points inside the view: at most one per cell of a grid of `columns` by `rows`, so that every point left out
 * lies within a cell's size of one that is drawn.
 */
export function decimatePoints(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  view: View & { readonly rows: number },
): Point[] {
  const { xMin, xMax, columns, rows } = view;
  const inside: Point[] = [];
  let yMin = Infinity;
  let yMax = -Infinity;
  const count = Math.min(x.length, y.length);
  for (let index = 0; index < count; index++) {
    const point = { x: x[index]!, y: y[index]! };
    if (!(point.x >= xMin && point.x <= xMax) || !Number.isFinite(point.y)) continue;
    yMin = Math.min(yMin, point.y);
    yMax = Math.max(yMax, point.y);
    inside.push(point);
  }
  if (inside.length <= columns) return inside;
  const taken = new Uint8Array(columns * rows);
  const perX = columns / (xMax - xMin || 1);
  const perY = rows / (yMax - yMin || 1);
  return inside.filter((point) => {
    const column = Math.min(columns - 1, Math.floor((point.x - xMin) * perX));
    const row = Math.min(rows - 1, Math.floor((point.y - yMin) * perY));
    const cell = row * columns + column;
    if (taken[cell]) return false;
    taken[cell] = 1;
    return true;
  });
}

interface Run {
  readonly column: number;
  readonly first: number;
  lowest: number;
  highest: number;
  last: number;
}

function runIndices({ first, lowest, highest, last }: Run): Iterable<number> {
  return new Set([first, Math.min(lowest, highest), Math.max(lowest, highest), last]);
}

/** The point where the line from (fromX, fromY) to (toX, toY) meets x = `edge`, if it does between the two. */
function pushCrossing(
  points: Point[],
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  edge: number,
): void {
  const share = (edge - fromX) / (toX - fromX);
  if (share > 0 && share < 1) points.push({ x: edge, y: fromY + share * (toY - fromY) });
}
