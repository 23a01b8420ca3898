/** A float32 with as many digits as it needs: 0.1 and not 0.10000000149011612. Nine tell any two apart (IEEE 754-2019, 5.12.2). */
export function shortestFloat(value: number): number {
  for (const digits of [6, 7, 8]) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}
