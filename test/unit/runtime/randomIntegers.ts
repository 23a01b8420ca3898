/** Reproducible random int32 (xorshift32), for tests that try many values. */
export function randomIntegers(seed: number): () => number {
  let state = seed ^ 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state | 0;
  };
}
