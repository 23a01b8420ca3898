/**
 * NumPy's legacy generator `numpy.random.RandomState(seed)`: the same draws, in the same order, on every machine.
 *
 * Sources: M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8(1), 1998, and mt19937ar (init_genrand,
 * genrand_int32, genrand_res53); numpy/numpy `numpy/random/src/legacy/legacy-distributions.c` (legacy_gauss) and
 * `numpy/random/src/distributions/distributions.c` (random_interval); `numpy/random/mtrand.pyx` (shuffle).
 */
const stateWords = 624;
const shiftWords = 397;

export class MersenneTwister {
  private readonly state = new Uint32Array(stateWords);
  private position = stateWords;
  private spareNormal: number | undefined;

  /** `seed` is a whole number from 0 to 2^32 − 1. */
  constructor(seed: number) {
    let word = seed >>> 0;
    for (let index = 0; index < stateWords; index++) {
      this.state[index] = word;
      word = (Math.imul(1812433253, word ^ (word >>> 30)) + index + 1) >>> 0;
    }
  }

  /** 32 random bits. */
  nextUint32(): number {
    if (this.position === stateWords) this.refill();
    let word = this.state[this.position++] ?? 0;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    word ^= word >>> 18;
    return word >>> 0;
  }

  /** Uniform in [0, 1) with 53 random bits: `RandomState.random`. */
  random(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** Uniform in [low, high): `RandomState.uniform`. */
  uniform(low: number, high: number): number {
    return low + (high - low) * this.random();
  }

  /** Whole number in [0, maximum], `maximum` below 2^32: draws under the smallest mask of ones until one fits. */
  interval(maximum: number): number {
    if (maximum === 0) return 0;
    const mask = 0xffffffff >>> Math.clz32(maximum);
    let value = (this.nextUint32() & mask) >>> 0;
    while (value > maximum) value = (this.nextUint32() & mask) >>> 0;
    return value;
  }

  /** Shuffles in place, from the last element down: `RandomState.shuffle`. */
  shuffle(values: Float64Array | Float32Array | Uint32Array): void {
    for (let last = values.length - 1; last > 0; last--) {
      const other = this.interval(last);
      const kept = values[last] ?? 0;
      values[last] = values[other] ?? 0;
      values[other] = kept;
    }
  }

  /** Standard normal by Marsaglia's polar method; two values a draw, the second kept for the next call: `RandomState.randn`. */
  randn(): number {
    if (this.spareNormal !== undefined) {
      const spare = this.spareNormal;
      this.spareNormal = undefined;
      return spare;
    }
    let first: number;
    let second: number;
    let square: number;
    do {
      first = 2 * this.random() - 1;
      second = 2 * this.random() - 1;
      square = first * first + second * second;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    this.spareNormal = factor * first;
    return factor * second;
  }

  private refill(): void {
    const state = this.state;
    for (let index = 0; index < stateWords; index++) {
      const next = state[(index + 1) % stateWords] ?? 0;
      const joined = ((state[index] ?? 0) & 0x80000000) | (next & 0x7fffffff);
      const far = state[(index + shiftWords) % stateWords] ?? 0;
      state[index] = far ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }
}
