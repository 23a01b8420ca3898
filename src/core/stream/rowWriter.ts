/**
 * Gives planned rows their times and stores them. Rows of one chunk are timed together: how many of a shape came at once
 * is what the clock fitted to arrivals learns from.
 */
import type { Timing } from './arrivalClock';
import { DeviceClock, SharedAnchor } from './deviceClock';
import { FrameAssembler, type Frame } from './frameAssembler';
import type { RowStream } from './rowStream';
import type { SeriesTable } from './seriesTable';
import type { Cell } from './verdict';

export interface PlannedRow {
  readonly stream: RowStream;
  /** Values in the order of the stream's names; `xs` values stand behind (see `SeriesTable.layoutXy`). */
  readonly values: readonly Cell[];
  readonly arrivalMs: number;
  /** Raw time of the stream's own device clock. */
  readonly deviceRaw?: number;
  /** Device time that is not a column: of a log prefix, or of a point that Teleplot's format stamps. */
  readonly stamp?: { readonly ms: number; readonly source: 'log' | 'teleplot' };
  readonly fill: 'gap' | 'last';
  /** Where it is more than what is drawn: texts are recorded and watched. */
  readonly recorded?: readonly (Cell | string)[];
  /** Rows of one label are put together to frames. */
  readonly partOfFrame: boolean;
}

export interface RowWriterSink {
  row(frame: Frame): void;
  sample(names: readonly string[], values: readonly (number | string | null)[], timeS: number): void;
  restarted(timeS: number): void;
  capped(): void;
}

export class RowWriter {
  /** Where the time axis begins, on the clock of arrivals. */
  startMs = 0;
  private planned: PlannedRow[] = [];
  private readonly anchors = { log: new SharedAnchor(), teleplot: new SharedAnchor() };
  private readonly frames: FrameAssembler;
  private busiest: RowStream | undefined;
  /** Streams that wrote in this segment: with more than one, rows are put together as frames. */
  private readonly segmentStreams = new Set<RowStream>();

  constructor(
    private readonly table: SeriesTable,
    private readonly sink: RowWriterSink,
  ) {
    this.frames = new FrameAssembler((frame) => {
      this.sink.row(frame);
    });
  }

  plan(row: PlannedRow): void {
    this.planned.push(row);
  }

  /** Writes what was planned, in order. */
  flush(): void {
    const planned = this.planned;
    if (planned.length === 0) return;
    this.planned = [];
    this.stampArrivals(planned);
    for (const row of planned) this.write(row);
  }

  tick(nowMs: number): void {
    this.frames.tick(nowMs);
  }

  closeFrame(): void {
    this.frames.close();
  }

  segmentStarts(): void {
    this.frames.reset();
    for (const stream of this.segmentStreams) stream.restart();
    this.segmentStreams.clear();
  }

  /** Of the stream that brings most rows. */
  timing(): Timing | undefined {
    return this.busiest?.timing();
  }

  private stampArrivals(planned: readonly PlannedRow[]): void {
    const runs = new Map<RowStream, { count: number; arrivalMs: number }>();
    for (const { stream, arrivalMs, deviceRaw, stamp } of planned) {
      if (deviceRaw !== undefined || stamp !== undefined) continue;
      const run = runs.get(stream);
      if (!run) {
        runs.set(stream, { count: 1, arrivalMs });
      } else if (run.arrivalMs === arrivalMs) {
        run.count++;
      } else {
        stream.stamp(run.count, run.arrivalMs);
        run.count = 1;
        run.arrivalMs = arrivalMs;
      }
    }
    for (const [stream, { count, arrivalMs }] of runs) stream.stamp(count, arrivalMs);
  }

  private write(row: PlannedRow): void {
    const { stream, values, arrivalMs, recorded = values } = row;
    const timeS = (this.timeOf(row) - this.startMs) / 1000;
    const { names } = stream.shape;
    if (stream.layout.capped.length > 0) this.sink.capped();
    // The line was rejected: a board that makes up labels fills neither the memory nor the disk.
    if (stream.kept.length === 0) return;
    stream.rows++;
    if (!this.busiest || stream.rows > this.busiest.rows) this.busiest = stream;
    this.table.append(stream.layout, timeS, values, row.fill);
    this.sink.sample(names, recorded, timeS);
    const deviceMs = this.deviceMsOf(row);
    // Two are enough to tell, and what wrote a single row has no clock to start anew.
    if (stream.rows > 1 || this.segmentStreams.size < 2) this.segmentStreams.add(stream);
    if (!row.partOfFrame && this.segmentStreams.size === 1) {
      this.sink.row({ names, values: recorded, timeS, deviceMs });
      return;
    }
    for (const place of stream.kept) {
      this.frames.add(names[place] ?? '', recorded[place] ?? null, { timeS, arrivalMs, deviceMs });
    }
  }

  /** Undefined also where the column does not say what it counts: then the row's own time says it in milliseconds. */
  private deviceMsOf({ stream, deviceRaw, stamp }: PlannedRow): number | undefined {
    const ms = deviceRaw === undefined ? stamp?.ms : deviceRaw * (stream.shape.timeUnitMs ?? Number.NaN);
    return Number.isFinite(ms) ? ms : undefined;
  }

  /** On the clock of arrivals, in milliseconds. */
  private timeOf({ stream, deviceRaw, stamp, arrivalMs }: PlannedRow): number {
    const raw = deviceRaw ?? stamp?.ms;
    if (stamp) stream.stampClock ??= new DeviceClock(1, this.anchors[stamp.source]);
    const clock = deviceRaw !== undefined ? stream.deviceClock : stream.stampClock;
    if (raw === undefined || !clock) return stream.nextTime();
    const { ms, restarted } = clock.place(raw, arrivalMs);
    if (restarted && !stream.shape.mayFall) this.sink.restarted((ms - this.startMs) / 1000);
    return ms;
  }
}
