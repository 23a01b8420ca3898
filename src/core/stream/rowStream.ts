/** Lines of one shape: where their values go and where their times come from. */
import { ArrivalClock, type Timing } from './arrivalClock';
import { DeviceClock, deviceTimeColumn, RECORDED_TIME } from './deviceClock';
import type { Layout } from './seriesTable';
import type { Cell } from './verdict';

/** Which values of a line are plotted: all, or all but the device's time. */
export interface RowShape {
  readonly names: readonly string[];
  /** Place of the device's time among the values of a line, or -1. */
  readonly timeColumn: number;
  readonly timeUnitMs: number | undefined;
  /** A time that falls is no restart of the board: a recording has a file for each segment. */
  readonly mayFall?: true;
}

/**
 * The shape of rows with these columns. A column counts as the device's time when its name says so and the rows seen so
 * far ascend in it: `time` may as well be how long an inference took.
 */
export function rowShape(names: readonly string[], rows: readonly (readonly Cell[])[]): RowShape {
  const timeColumn = names.length < 2 ? -1 : names.findIndex((name) => deviceTimeColumn(name) !== undefined);
  const unitMs = timeColumn < 0 ? undefined : deviceTimeColumn(names[timeColumn] ?? '')?.unitMs;
  const times = rows.map((row) => row[timeColumn] ?? null);
  const certain = unitMs !== undefined && rows.length < 3;
  // Rows of a recording that came in one burst have one time: the header of recordings says enough.
  const isRecorded = timeColumn === 0 && names[0] === RECORDED_TIME && neverFalls(times);
  if (timeColumn < 0 || !(certain || isRecorded || ascends(times))) {
    return { names, timeColumn: -1, timeUnitMs: undefined };
  }
  return { names: names.filter((_, index) => index !== timeColumn), timeColumn, timeUnitMs: unitMs };
}

function neverFalls(times: readonly Cell[]): boolean {
  return times.every((time, at) => time !== null && time >= (times[at - 1] ?? time));
}

function ascends(times: readonly Cell[]): boolean {
  let ups = 0;
  for (let at = 1; at < times.length; at++) {
    const before = times[at - 1];
    const after = times[at];
    if (before === null || before === undefined || after === null || after === undefined) return false;
    if (after > before) ups++;
    // One step back is a counter that wrapped or a board that was restarted meanwhile.
  }
  return times.length >= 2 && ups >= times.length - 2 && ups > 0;
}

export class RowStream {
  readonly deviceClock: DeviceClock | undefined;
  /** For stamps that do not come in a column: a log prefix, Teleplot. Made when the first one comes. */
  stampClock: DeviceClock | undefined;
  /** Places of the names that have a series: all, unless there are too many. */
  readonly kept: readonly number[];
  private readonly arrivalClock = new ArrivalClock();
  private times = new Float64Array(16);
  private stamped = 0;
  private used = 0;
  rows = 0;

  constructor(
    public shape: RowShape,
    public layout: Layout,
  ) {
    this.deviceClock = shape.timeColumn < 0 ? undefined : new DeviceClock(shape.timeUnitMs);
    const capped = new Set(layout.capped);
    this.kept = shape.names.flatMap((name, place) => (capped.has(name) ? [] : [place]));
  }

  /** Fits times for rows that arrived together; `nextTime` hands them out. */
  stamp(count: number, arrivalMs: number): void {
    if (this.used === this.stamped) this.used = this.stamped = 0;
    if (this.stamped + count > this.times.length) {
      const larger = new Float64Array(2 * (this.stamped + count));
      larger.set(this.times.subarray(0, this.stamped));
      this.times = larger;
    }
    this.arrivalClock.stamp(count, arrivalMs, this.times.subarray(this.stamped, this.stamped + count));
    this.stamped += count;
  }

  /** A segment begins: the first row after it has the time at which it came. */
  restart(): void {
    this.arrivalClock.restart();
  }

  /** The board may have been off meanwhile: its clock is set by the next arrival. */
  reconnected(): void {
    this.deviceClock?.forget();
    this.stampClock?.forget();
  }

  nextTime(): number {
    return this.times[this.used++] ?? 0;
  }

  timing(): Timing | undefined {
    return this.deviceClock?.timing() ?? this.stampClock?.timing() ?? this.arrivalClock.timing();
  }
}
