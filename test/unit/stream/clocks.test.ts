import { describe, expect, it } from 'vitest';
import { ArrivalClock } from '../../../src/core/stream/arrivalClock';
import { DeviceClock } from '../../../src/core/stream/deviceClock';

function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Samples at an even rate, delivered whenever the bridge empties its buffer. Returns the error of each stamp, in ms. */
function fitted(intervalMs: number, latencyMs: number, jitterMs: number, seconds: number) {
  const clock = new ArrivalClock();
  const random = noise(7);
  const samples = Math.floor((seconds * 1000) / intervalMs);
  const errors: number[] = [];
  const stamps: number[] = [];
  let sample = 0;
  for (let flushMs = latencyMs; sample < samples; flushMs += latencyMs) {
    let count = 0;
    while ((sample + count) * intervalMs <= flushMs && sample + count < samples) count++;
    if (count === 0) continue;
    const times = new Float64Array(count);
    clock.stamp(count, flushMs + random() * jitterMs, times);
    for (const stamp of times) {
      errors.push(stamp - sample++ * intervalMs);
      stamps.push(stamp);
    }
  }
  return { clock, errors, stamps };
}

describe('ArrivalClock', () => {
  it.each([
    [10, 10, 2],
    [1, 16, 2],
    [1000 / 119, 16, 1],
    [0.05, 16, 2],
  ])(
    'measures an interval of %d ms through a bridge that sends every %d ms',
    (intervalMs, latencyMs, jitterMs) => {
      const { clock, errors, stamps } = fitted(intervalMs, latencyMs, jitterMs, 30);
      expect((clock.timing()?.samplesPerSecond ?? 0) * intervalMs).toBeCloseTo(1000, -0.5);
      const settled = errors.slice(Math.floor(errors.length / 3));
      const mean = settled.reduce((sum, error) => sum + error, 0) / settled.length;
      const spread = settled.reduce((most, error) => Math.max(most, Math.abs(error - mean)), 0);
      // Arrival times alone would be off by half a burst on either side.
      expect(spread).toBeLessThan(latencyMs / 4 + jitterMs);
      // 600,000 of them: asked once.
      expect(stamps.findIndex((stamp, at) => at > 0 && stamp < (stamps[at - 1] ?? 0))).toBe(-1);
    },
  );

  it('does not drift in 24 hours at 100 Hz', () => {
    const clock = new ArrivalClock();
    const random = noise(3);
    const times = new Float64Array(1);
    const errorAt = (sample: number): number => {
      clock.stamp(1, sample * 10 + random() * 4, times);
      return (times[0] ?? 0) - sample * 10;
    };
    const sum = { first: 0, last: 0 };
    const samples = 24 * 3600 * 100;
    for (let sample = 0; sample < samples; sample++) {
      const error = errorAt(sample);
      if (sample >= 10_000 && sample < 20_000) sum.first += error / 10_000;
      if (sample >= samples - 10_000) sum.last += error / 10_000;
    }
    const driftMs = Math.abs(sum.last - sum.first);
    console.log(`  24 hours at 100 Hz: ${driftMs.toFixed(3)} ms of drift`);
    expect(driftMs).toBeLessThan(1);
  });

  it('uses the arrival itself when samples do not come evenly, and after a pause', () => {
    const clock = new ArrivalClock();
    const times = new Float64Array(1);
    const random = noise(11);
    let nowMs = 0;
    for (let sample = 0; sample < 200; sample++) {
      nowMs += 1 + random() ** 4 * 400;
      clock.stamp(1, nowMs, times);
      expect(nowMs - (times[0] ?? 0)).toBeLessThan(401);
    }
    clock.stamp(1, nowMs + 10_000, times);
    expect(times[0]).toBe(nowMs + 10_000);
  });
});

describe('DeviceClock', () => {
  it.each([
    ['seconds', 1],
    ['milliseconds', 1e3],
    ['microseconds', 1e6],
  ])('finds out that a column called time counts %s', (_, perSecond) => {
    const clock = new DeviceClock();
    let last = 0;
    for (let sample = 0; sample < 200; sample++) {
      last = clock.place((5 + sample / 100) * perSecond, 1000 + sample * 10).ms;
    }
    expect(last).toBeCloseTo(1000 + 1990, 6);
    expect(clock.timing()?.samplesPerSecond).toBeCloseTo(100, 0);
  });

  it('follows the device, not the host: an hour at 100 Hz ends where the device says', () => {
    const clock = new DeviceClock(1);
    let last = 0;
    for (let sample = 0; sample <= 360_000; sample++) last = clock.place(sample * 10, 50 + sample * 10.01).ms;
    expect(last).toBeCloseTo(50 + 3_600_000, 6);
  });

  it('does not follow a number that was damaged on the way, but a device that leaps for good', () => {
    const clock = new DeviceClock(1);
    for (const [raw, arrivalMs] of [
      [1000, 0],
      [1010, 10],
      [91_020, 20],
      [1030, 30],
    ] as const) {
      expect(clock.place(raw, arrivalMs)).toMatchObject({ restarted: false });
    }
    expect(clock.place(1040, 40).ms).toBe(40);
    expect(clock.place(1e300, 50).ms).toBe(40);
    clock.place(3_600_000, 60);
    expect(clock.place(3_600_010, 70).ms).toBe(3_599_010);
    const simulated = new DeviceClock(1000);
    let last = 0;
    for (let minute = 0; minute < 100; minute++) last = simulated.place(minute * 120, minute).ms;
    expect(last).toBe(99 * 120_000);
  });

  it('tells a wrap of 32 bits from a restart', () => {
    const wrap = new DeviceClock(0.001);
    wrap.place(2 ** 32 - 5000, 0);
    expect(wrap.place(5000, 10)).toEqual({ ms: 10, restarted: false });
    const restart = new DeviceClock(1);
    restart.place(600_000, 0);
    expect(restart.place(20, 2000)).toEqual({ ms: 2000, restarted: true });
  });
});
