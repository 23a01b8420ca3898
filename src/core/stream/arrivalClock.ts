/**
 * Times for samples that carry none: a straight line fitted to (sample number, arrival time).
 *
 * Bytes arrive in bursts (an FTDI chip holds them for up to 16 ms, the operating system for some more), so arrival times
 * alone would draw steps. The fit is a least-squares line whose memory fades; it follows the host's clock, so it cannot
 * drift, and its slope is the measured sample interval. Samples that do not come evenly keep their arrival time.
 */

/** Share of the memory kept per burst: about 300 bursts. */
const MEMORY = 1 - 1 / 300;
/** A pause longer than this and than 20 usual bursts starts the fit anew: the program waited. */
const PAUSE_MS = 250;
/** Bursts before the fit is trusted. */
const WARM_UP_BURSTS = 8;
/** Samples that came within less than this say nothing of a rate: they were held up somewhere and came together. */
const SHORTEST_SPAN_MS = 50;
/** How long a rate remembers where the line does not fit. */
const RATE_MEMORY_MS = 3000;

export interface Timing {
  readonly samplesPerSecond: number;
  /** Root mean square distance between arrivals and the fitted line, in milliseconds. */
  readonly jitterMs: number;
}

export class ArrivalClock {
  private samples = 0;
  private bursts = 0;
  private weight = 0;
  private meanIndex = 0;
  private meanMs = 0;
  private variance = 0;
  private covariance = 0;
  private residualSquare = 0;
  private burstGapMs = 0;
  private countedSamples = 0;
  private countedMs = 0;
  private lastArrivalMs = Number.NEGATIVE_INFINITY;
  private lastMs = Number.NEGATIVE_INFINITY;

  /**
   * Times of `count` samples that arrived together, in milliseconds of the arrival's clock, written to `times`.
   * Never falling, never later than the arrival.
   */
  stamp(count: number, arrivalMs: number, times: Float64Array): void {
    const arrival = Math.max(arrivalMs, this.lastMs);
    const gap = arrival - this.lastArrivalMs;
    if (gap > Math.max(PAUSE_MS, 20 * this.burstGapMs)) this.restart();
    const previousMs = Math.max(this.lastMs, Number.isFinite(gap) ? arrival - gap : arrival);
    if (this.bursts > 0)
      this.burstGapMs += (gap - this.burstGapMs) * (this.bursts < 20 ? 1 / this.bursts : 0.05);
    if (this.bursts > 0) this.count(count, gap);
    this.learn(this.samples + count - 1, arrival);
    const even = this.isEven();
    for (let sample = 0; sample < count; sample++) {
      const guess = even
        ? this.meanMs + this.intervalMs() * (this.samples + sample - this.meanIndex)
        : this.bursts <= 1
          ? arrival
          : previousMs + ((arrival - previousMs) * (sample + 1)) / count;
      this.lastMs = Math.min(arrival, Math.max(this.lastMs, guess));
      times[sample] = this.lastMs;
    }
    this.samples += count;
    this.lastArrivalMs = arrival;
  }

  /** Undefined until enough has arrived to measure. */
  timing(): Timing | undefined {
    const interval = this.isEven() ? this.intervalMs() : this.countedMs / this.countedSamples;
    if (this.bursts < 3 || this.countedMs < SHORTEST_SPAN_MS || !(interval > 0)) return undefined;
    return { samplesPerSecond: 1000 / interval, jitterMs: Math.sqrt(this.residualSquare) };
  }

  /** After a pause: what was fitted no longer holds, but time still only goes forward. */
  restart(): void {
    this.bursts = 0;
    this.weight = 0;
    this.variance = 0;
    this.covariance = 0;
    this.residualSquare = 0;
    this.burstGapMs = 0;
    this.countedSamples = 0;
    this.countedMs = 0;
  }

  /** The slope of a line through bursts of very different sizes says little; how many came in which time stays true. */
  private count(samples: number, gapMs: number): void {
    const kept = Math.exp(-gapMs / RATE_MEMORY_MS);
    this.countedSamples = this.countedSamples * kept + samples;
    this.countedMs = this.countedMs * kept + gapMs;
  }

  private learn(index: number, arrivalMs: number): void {
    if (this.bursts >= 3) {
      const residual = arrivalMs - (this.meanMs + this.intervalMs() * (index - this.meanIndex));
      this.residualSquare +=
        (residual * residual - this.residualSquare) * Math.max(0.02, 1 / (this.bursts - 1));
    }
    this.bursts++;
    const kept = this.weight * MEMORY;
    this.weight = kept + 1;
    const step = 1 / this.weight;
    const indexOff = index - this.meanIndex;
    const timeOff = arrivalMs - this.meanMs;
    // Weighted running moments (West, 1979): means first, then the products around them.
    this.variance = this.variance * MEMORY + (kept / this.weight) * indexOff * indexOff;
    this.covariance = this.covariance * MEMORY + (kept / this.weight) * indexOff * timeOff;
    this.meanIndex += indexOff * step;
    this.meanMs += timeOff * step;
  }

  private intervalMs(): number {
    return this.variance > 0 ? this.covariance / this.variance : 0;
  }

  /** Bursts that come evenly enough for the line to tell more than the arrival does. */
  private isEven(): boolean {
    return this.bursts >= WARM_UP_BURSTS && Math.sqrt(this.residualSquare) < Math.max(2, this.burstGapMs / 2);
  }
}
