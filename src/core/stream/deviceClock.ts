/**
 * Times that the device prints (a `millis()` column, Teleplot's stamp, a log prefix), put on the session's time axis.
 *
 * The unit is found out by comparing with the host's clock where a name does not tell it. A counter that wraps at 2^32 goes
 * on; one that falls back otherwise means the board was restarted: a new segment starts at the host's time.
 */
import type { Timing } from './arrivalClock';

const WRAP = 2 ** 32;
/** A step back of no more than this is noise of the device (or two cores printing) and is drawn as standing still. */
const NOISE_MS = 100;
/** A step so far ahead of the host's clock counts when the next row bears it out: else a digit was damaged on the way. */
const LEAP_MS = 60_000;
/** Milliseconds per unit. */
const UNITS_MS: readonly number[] = [1000, 1, 0.001];

export interface DeviceTime {
  /** On the axis of arrival times, never falling within the life of this clock. */
  readonly ms: number;
  /** The device went back to the beginning. */
  readonly restarted: boolean;
}

/**
 * Where several series carry stamps of one device clock, they share its place on the axis; each goes through time by
 * itself, since a device may send ten points of one and then ten of another.
 */
export class SharedAnchor {
  anchor: { readonly raw: number; readonly ms: number } | undefined;
  /** Counts restarts: who finds out second follows. */
  generation = 0;
}

/** Further from the arrival than this, a shared anchor is of no use. */
const ANCHOR_REACH_MS = 60_000;

export class DeviceClock {
  private unitMs: number | undefined;
  private lastRaw: number | undefined;
  private lastArrivalMs = 0;
  private lastMs = Number.NEGATIVE_INFINITY;
  /** Added to raw values: 2^32 for every wrap. */
  private wrapped = 0;
  /** Where the row before claimed to have leapt to. */
  private leapt: number | undefined;
  /** Raw value (unwrapped) and axis time that belong together. */
  private anchor: { readonly raw: number; readonly ms: number } | undefined;
  private generation = 0;
  private intervals = 0;
  private meanInterval = 0;
  private varianceInterval = 0;

  /** @param unitMs milliseconds per unit of the raw value, where a column's name tells it */
  constructor(
    unitMs?: number,
    private readonly shared?: SharedAnchor,
  ) {
    this.unitMs = unitMs;
  }

  place(raw: number, arrivalMs: number): DeviceTime {
    if (!(Math.abs(raw) <= Number.MAX_SAFE_INTEGER)) return this.stay(arrivalMs);
    const last = this.lastRaw;
    const first = this.anchor;
    if (last === undefined || first === undefined) return this.start(raw, arrivalMs, false);
    const unitMs = this.unitMs ?? this.guessUnit(raw, arrivalMs, first);
    const hostGapMs = arrivalMs - this.lastArrivalMs;
    if (raw < last) {
      const overWrapMs = (raw + WRAP - last) * unitMs;
      if (last <= WRAP && overWrapMs < 1000 + 2 * hostGapMs) this.wrapped += WRAP;
      else if ((last - raw) * unitMs <= NOISE_MS) return this.stay(arrivalMs);
      else return this.start(raw, arrivalMs, true);
    } else if (this.leaps(raw, (raw - last) * unitMs - hostGapMs)) return this.stay(arrivalMs);
    const ms = first.ms + (raw + this.wrapped - first.raw) * unitMs;
    this.measure(ms - this.lastMs);
    this.lastRaw = raw;
    this.lastArrivalMs = arrivalMs;
    this.lastMs = Math.max(this.lastMs, ms);
    return { ms: this.lastMs, restarted: false };
  }

  /** After a pause of which the device may know nothing: the next value belongs to its arrival. */
  forget(): void {
    this.lastRaw = undefined;
  }

  timing(): Timing | undefined {
    if (this.intervals < 3 || !(this.meanInterval > 0)) return undefined;
    return { samplesPerSecond: 1000 / this.meanInterval, jitterMs: Math.sqrt(this.varianceInterval) };
  }

  private start(raw: number, arrivalMs: number, restarted: boolean): DeviceTime {
    const followed = this.followedAnchor(raw, arrivalMs);
    const unitMs = this.unitMs ?? 1;
    const ms = followed ? followed.ms + (raw - followed.raw) * unitMs : arrivalMs;
    this.wrapped = 0;
    this.lastRaw = raw;
    this.lastMs = Math.max(this.lastMs, ms);
    this.anchor = followed ?? { raw, ms: this.lastMs };
    this.lastArrivalMs = arrivalMs;
    this.intervals = 0;
    if (this.shared) {
      if (!followed) {
        this.shared.anchor = this.anchor;
        this.shared.generation++;
      }
      this.generation = this.shared.generation;
    }
    return { ms: this.lastMs, restarted: restarted && !followed };
  }

  /** The anchor that another series of the same device set since this one last did. */
  private followedAnchor(
    raw: number,
    arrivalMs: number,
  ): { readonly raw: number; readonly ms: number } | undefined {
    if (!this.shared?.anchor || this.shared.generation === this.generation) return undefined;
    const { anchor } = this.shared;
    const ms = anchor.ms + (raw - anchor.raw) * (this.unitMs ?? 1);
    return Math.abs(ms - arrivalMs) <= ANCHOR_REACH_MS ? anchor : undefined;
  }

  private stay(arrivalMs: number): DeviceTime {
    if (!Number.isFinite(this.lastMs)) this.lastMs = arrivalMs;
    this.lastArrivalMs = arrivalMs;
    return { ms: this.lastMs, restarted: false };
  }

  /** Whether this may be a damaged number. A device whose every step is large, for example a simulation, is none. */
  private leaps(raw: number, aheadMs: number): boolean {
    const before = this.leapt;
    const isFar = aheadMs > Math.max(LEAP_MS, 10 * this.meanInterval);
    this.leapt = isFar ? raw : undefined;
    return isFar && (before === undefined || raw < before);
  }

  /** The unit whose passing fits the host's clock best. Settled once half a second has passed. */
  private guessUnit(
    raw: number,
    arrivalMs: number,
    first: { readonly raw: number; readonly ms: number },
  ): number {
    const hostMs = Math.max(1, arrivalMs - first.ms);
    const units = Math.abs(raw - first.raw);
    let best = 1;
    let bestOff = Number.POSITIVE_INFINITY;
    for (const unit of UNITS_MS) {
      const off = Math.abs(Math.log(Math.max(units * unit, 1e-9) / hostMs));
      if (off < bestOff) [best, bestOff] = [unit, off];
    }
    if (hostMs >= 500) this.unitMs = best;
    return units === 0 ? 1 : best;
  }

  private measure(intervalMs: number): void {
    this.intervals++;
    const share = Math.max(0.01, 1 / this.intervals);
    const off = intervalMs - this.meanInterval;
    this.meanInterval += off * share;
    this.varianceInterval = (1 - share) * (this.varianceInterval + share * off * off);
  }
}

/** What recordings call their first column, which is in milliseconds. */
export const RECORDED_TIME = 'timestamp';

const NAMED_UNITS: readonly (readonly [names: readonly string[], unitMs: number | undefined])[] = [
  [[RECORDED_TIME, 'ms', 'millis', 'time_ms', 't_ms', 'timems', 'time (ms)', 'time[ms]', 'time [ms]'], 1],
  [['us', 'micros', 'time_us', 't_us', 'timestamp_us', 'time (us)', 'time[us]'], 0.001],
  [['time_s', 't_s', 'seconds', 'timestamp_s', 'time (s)', 'time[s]', 'time [s]'], 1000],
  [['time'], undefined],
];

/** Whether a column of this name is the device's time, and its unit where the name tells it. */
export function deviceTimeColumn(name: string): { readonly unitMs: number | undefined } | undefined {
  const lower = name.trim().toLowerCase();
  const row = NAMED_UNITS.find(([names]) => names.includes(lower));
  return row && { unitMs: row[1] };
}
