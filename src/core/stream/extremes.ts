/** The points that a chart of a given width needs: per pixel column the smallest and the largest value, in order of time. */
import { isGapWord, RUN_ROWS, type ColumnStore, type StorePart } from './columnStore';

export interface DrawnPoints {
  /** Seconds; ascending. */
  readonly times: Float64Array;
  /** NaN is a gap in the line. */
  readonly values: Float64Array;
  /** Times of values that are NaN or infinite: marked, never part of the axis. At most `MAX_MARKS`. */
  readonly notFinite: readonly number[];
  /** Smallest and largest finite value in the window; NaN when there is none. */
  readonly minimum: number;
  readonly maximum: number;
}

const MAX_MARKS = 200;

/**
 * At most 3 points per pixel column, or every row itself when there are no more than two per pixel column.
 *
 * @param columns pixel columns between `fromS` and `toS`
 * @param breaksS ascending times at which a segment begins: the line is not joined across them
 */
export function drawnPoints(
  store: ColumnStore,
  group: number,
  column: number,
  fromS: number,
  toS: number,
  columns: number,
  breaksS: readonly number[] = [],
): DrawnPoints {
  // One row more on each side, so that the line goes on to the edge.
  const from = store.rowAt(group, fromS) - 1;
  const to = store.rowAt(group, toS) + 1;
  const rows = to - from;
  const pixels = rows <= 2 * columns ? Number.POSITIVE_INFINITY : columns;
  const collector = new Collector(fromS, toS, pixels, breaksS);
  store.visit(group, column, from, to, (part) => {
    collector.take(part);
  });
  return collector.finish();
}

class Collector {
  private readonly times: number[] = [];
  private readonly values: number[] = [];
  private readonly notFinite: number[] = [];
  private minimum = Number.NaN;
  private maximum = Number.NaN;
  private pixel = Number.NEGATIVE_INFINITY;
  private low = { timeS: 0, value: Number.NaN };
  private high = { timeS: 0, value: Number.NaN };
  private gapAtS: number | undefined;
  private readonly pixelsPerSecond: number;
  private nextBreak = 0;

  constructor(
    private readonly fromS: number,
    toS: number,
    private readonly pixels: number,
    private readonly breaksS: readonly number[],
  ) {
    this.pixelsPerSecond = pixels / Math.max(toS - fromS, 1e-9);
  }

  take(part: StorePart): void {
    let row = part.start;
    while (row < part.stop) {
      const runEnd = row - (row % RUN_ROWS) + RUN_ROWS;
      if (row % RUN_ROWS === 0 && runEnd <= part.stop && this.takeRun(part, row, runEnd)) {
        row = runEnd;
        continue;
      }
      const timeS = part.times[row] ?? 0;
      const value = part.values[row] ?? Number.NaN;
      if (Number.isFinite(value)) this.takeValue(timeS, value);
      else this.takeGap(timeS, !isGapWord(part.words[2 * row] ?? 0, value));
      row++;
    }
  }

  finish(): DrawnPoints {
    this.flush();
    return {
      times: Float64Array.from(this.times),
      values: Float64Array.from(this.values),
      notFinite: this.notFinite,
      minimum: this.minimum,
      maximum: this.maximum,
    };
  }

  /** A whole run within one pixel column is known by its extremes, unless it has gaps or a segment begins in it. */
  private takeRun(part: StorePart, from: number, to: number): boolean {
    if (!Number.isFinite(this.pixels) || part.irregular[from / RUN_ROWS] !== 0) return false;
    const firstS = part.times[from] ?? 0;
    const lastS = part.times[to - 1] ?? 0;
    if (this.pixelOf(firstS) !== this.pixelOf(lastS)) return false;
    if ((this.breaksS[this.nextBreak] ?? Number.POSITIVE_INFINITY) <= lastS) return false;
    this.takeValue(firstS, part.minimum[from / RUN_ROWS] ?? Number.NaN);
    this.takeValue(lastS, part.maximum[from / RUN_ROWS] ?? Number.NaN);
    return true;
  }

  private takeGap(timeS: number, marked: boolean): void {
    this.gapAtS ??= timeS;
    if (marked && this.notFinite.length < MAX_MARKS) this.notFinite.push(timeS);
  }

  private takeValue(timeS: number, value: number): void {
    const pixel = Number.isFinite(this.pixels) ? this.pixelOf(timeS) : Number.NaN;
    const breakS = this.breaksS[this.nextBreak];
    let isBreak = false;
    if (breakS !== undefined && breakS <= timeS) {
      while ((this.breaksS[this.nextBreak] ?? Number.POSITIVE_INFINITY) <= timeS) this.nextBreak++;
      isBreak = true;
      this.gapAtS ??= timeS;
    }
    if (!(this.minimum <= value)) this.minimum = value;
    if (!(this.maximum >= value)) this.maximum = value;
    if (pixel !== this.pixel || isBreak) {
      this.flush();
      this.pixel = pixel;
      this.low = { timeS, value };
      this.high = { timeS, value };
      return;
    }
    // A gap narrower than a pixel column does not show.
    this.gapAtS = undefined;
    if (value < this.low.value) this.low = { timeS, value };
    if (value > this.high.value) this.high = { timeS, value };
  }

  /** Writes the extremes of the pixel column under way, the earlier first, then the gap behind them. */
  private flush(): void {
    if (!Number.isNaN(this.low.value)) {
      const [first, second] =
        this.low.timeS <= this.high.timeS ? [this.low, this.high] : [this.high, this.low];
      this.push(first.timeS, first.value);
      if (second.timeS !== first.timeS || second.value !== first.value) this.push(second.timeS, second.value);
      this.low = { timeS: 0, value: Number.NaN };
      this.high = { timeS: 0, value: Number.NaN };
    }
    if (this.gapAtS !== undefined && this.values.length > 0) this.push(this.gapAtS, Number.NaN);
    this.gapAtS = undefined;
  }

  private push(timeS: number, value: number): void {
    this.times.push(timeS);
    this.values.push(value);
  }

  private pixelOf(timeS: number): number {
    return Math.floor((timeS - this.fromS) * this.pixelsPerSecond);
  }
}
