/** An axis of a chart: round numbers to mark, and where a value stands between the two ends. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** About this many marks; more would run into each other. */
const wantedTicks = 6;

/**
 * No value stands outside; values that are no numbers are left out.
 *
 * @param ends `round`: at round numbers; `tight`: at the lowest and the highest value
 */
export function axisFor(values: Iterable<number>, ends: 'round' | 'tight'): Axis {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) [low, high] = [0, 1];
  if (low === high) {
    const reach = Math.abs(low) / 2 || 1;
    [low, high] = [low - reach, high + reach];
  }
  const step = roundStep((high - low) / wantedTicks);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => {
    const value = (first + index) * step;
    return { value, label: tickLabel(value, step) };
  });
  if (ends === 'round') return { low: first * step, high: last * step, ticks };
  return { low, high, ticks: ticks.filter(({ value }) => value >= low && value <= high) };
}

/** 1, 2 or 5 times a power of ten, not below `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= rough) ?? 10;
  return factor * power;
}

/** As many decimals as the step has; very large and very small numbers with an exponent. */
function tickLabel(value: number, step: number): string {
  if (Math.abs(value) < step / 2) return '0';
  if (step >= 1e6 || step < 1e-5) return value.toExponential(1);
  return value.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}
