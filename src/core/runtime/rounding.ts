/**
 * Nearest integer, halves away from zero: what C's `round` does, and so TensorFlow Lite's `TfLiteRound`.
 * `Math.round` sends halves up, which differs for negative values.
 */
export function roundHalfAwayFromZero(value: number): number {
  // `+ 0` turns a negative zero into zero.
  return (value < 0 ? -Math.round(-value) : Math.round(value)) + 0;
}
