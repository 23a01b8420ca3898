/**
 * Which shapes of lines may become series. A log line with a number in it must not; so a set of labels or a number of
 * columns is admitted only when three lines have had it within five seconds, or three lines in a row whatever their
 * distance (a board that measures once a minute). What waited is handed back, so that nothing is lost.
 */
const NEEDED = 3;
const WITHIN_MS = 5000;
/** Shapes that wait at the same time; the oldest gives way. */
const MAX_WAITING = 64;

interface Waiting<Line> {
  readonly lines: { readonly line: Line; readonly arrivalMs: number }[];
  /** Lines of this shape in a row, up to the latest line of all. */
  inARow: number;
}

export class Admission<Line> {
  private readonly waiting = new Map<string, Waiting<Line>>();
  private latest: string | undefined;

  /** @returns the lines to plot, the oldest first, once the shape is admitted */
  offer(shape: string, line: Line, arrivalMs: number): readonly Line[] | undefined {
    const entry = this.waiting.get(shape) ?? { lines: [], inARow: 0 };
    entry.inARow = this.latest === shape ? entry.inARow + 1 : 1;
    this.latest = shape;
    entry.lines.push({ line, arrivalMs });
    const fromMs = arrivalMs - WITHIN_MS;
    const kept =
      entry.inARow >= NEEDED
        ? entry.lines
        : entry.lines.filter((held) => held.arrivalMs >= fromMs || entry.inARow > 1);
    if (kept.length >= NEEDED) {
      this.waiting.delete(shape);
      return kept.map((held) => held.line);
    }
    this.waiting.delete(shape);
    this.waiting.set(shape, { lines: kept, inARow: entry.inARow });
    if (this.waiting.size > MAX_WAITING) {
      const [oldest] = this.waiting.keys();
      if (oldest !== undefined) this.waiting.delete(oldest);
    }
    return undefined;
  }

  /** A line of another kind came: what follows is no longer in a row. */
  interrupt(): void {
    this.latest = undefined;
  }

  clear(): void {
    this.waiting.clear();
    this.latest = undefined;
  }
}
