import { describe, expect, it } from 'vitest';
import {
  multiplyByQuantizedMultiplier,
  quantizeMultiplier,
  roundingDivideByPowerOfTwo,
  saturatingRoundingDoublingHighMul,
} from '../../../src/core/runtime/multiplier';
import { randomIntegers } from './randomIntegers';

const minimum = -(2 ** 31);
const maximum = 2 ** 31 - 1;
const edges = [
  minimum,
  minimum + 1,
  -(2 ** 30),
  -65537,
  -65536,
  -32768,
  -3,
  -2,
  -1,
  0,
  1,
  2,
  3,
  32767,
  65535,
  65536,
];
const edgesAndMirrors = [...edges, 2 ** 30 - 1, 2 ** 30, 2 ** 30 + 1, maximum - 1, maximum];

/** The definition in gemmlowp's fixedpoint.h, in 64-bit integers; BigInt division truncates as C's does. */
function highMulByDefinition(a: number, b: number): number {
  if (a === minimum && b === minimum) return maximum;
  const product = BigInt(a) * BigInt(b);
  const nudge = product >= 0n ? 1n << 30n : 1n - (1n << 30n);
  return Number((product + nudge) / (1n << 31n));
}

/** Nearest, halves away from zero. */
function divideByDefinition(value: number, exponent: number): number {
  const divisor = 1n << BigInt(exponent);
  const magnitude = BigInt(Math.abs(value));
  const quotient = (2n * magnitude + divisor) / (2n * divisor);
  return Number(value < 0 ? -quotient : quotient);
}

describe('saturatingRoundingDoublingHighMul', () => {
  it('equals 64-bit integers on all pairs of edge values', () => {
    for (const a of edgesAndMirrors) {
      for (const b of edgesAndMirrors) {
        expect(saturatingRoundingDoublingHighMul(a, b), `${String(a)} · ${String(b)}`).toBe(
          highMulByDefinition(a, b),
        );
      }
    }
  });

  it('equals 64-bit integers on 100000 random pairs', () => {
    const random = randomIntegers(1);
    for (let i = 0; i < 100_000; i++) {
      const a = random();
      const b = random();
      if (saturatingRoundingDoublingHighMul(a, b) !== highMulByDefinition(a, b)) {
        expect.fail(`${String(a)} · ${String(b)}`);
      }
    }
  });

  it('equals 64-bit integers where the product lies next to a tie', () => {
    for (let k = -1000; k <= 1000; k++) {
      for (const b of [2 ** 30, 2 ** 30 + 1, 2 ** 15, 3, -(2 ** 30)]) {
        expect(saturatingRoundingDoublingHighMul(k, b)).toBe(highMulByDefinition(k, b));
      }
    }
  });
});

describe('roundingDivideByPowerOfTwo', () => {
  it('rounds to nearest, halves away from zero, for every exponent', () => {
    const random = randomIntegers(2);
    const values = [...edgesAndMirrors, ...Array.from({ length: 3000 }, random)];
    for (let exponent = 0; exponent <= 31; exponent++) {
      for (const value of values) {
        if (roundingDivideByPowerOfTwo(value, exponent) !== divideByDefinition(value, exponent)) {
          expect.fail(`${String(value)} / 2^${String(exponent)}`);
        }
      }
    }
  });
});

describe('quantizeMultiplier', () => {
  it('is within half a unit of the 31st bit of the factor, with a normalised mantissa', () => {
    const random = randomIntegers(3);
    for (let i = 0; i < 100_000; i++) {
      const factor = ((random() >>> 1) + 1) * 2 ** ((random() & 31) - 50);
      const { mantissa, shift } = quantizeMultiplier(factor);
      if (mantissa === 0) {
        expect(factor).toBeLessThan(2 ** -32);
        continue;
      }
      const back = mantissa * 2 ** (shift - 31);
      const isNormal = mantissa >= 2 ** 30 && mantissa < 2 ** 31;
      if (!isNormal || Math.abs(back - factor) > 2 ** (shift - 32)) expect.fail(String(factor));
    }
  });

  it('keeps powers of two exact and carries a mantissa that rounds up to 1', () => {
    for (let power = -31; power <= 20; power++) {
      expect(quantizeMultiplier(2 ** power)).toEqual({ mantissa: 2 ** 30, shift: power + 1 });
    }
    expect(quantizeMultiplier(1 - 2 ** -40)).toEqual({ mantissa: 2 ** 30, shift: 1 });
    expect(quantizeMultiplier(0)).toEqual({ mantissa: 0, shift: 0 });
    expect(quantizeMultiplier(Number.MIN_VALUE)).toEqual({ mantissa: 0, shift: 0 });
  });
});

describe('multiplyByQuantizedMultiplier', () => {
  it('is the doubly rounded product for 100000 random values and shifts', () => {
    const random = randomIntegers(4);
    for (let i = 0; i < 100_000; i++) {
      const value = random() >> 8;
      const mantissa = 2 ** 30 + (random() & (2 ** 30 - 1));
      const shift = (random() & 31) - 24;
      const shifted = Number(BigInt.asIntN(32, BigInt(value) << BigInt(Math.max(shift, 0))));
      const expected = divideByDefinition(highMulByDefinition(shifted, mantissa), Math.max(-shift, 0));
      if (multiplyByQuantizedMultiplier(value, { mantissa, shift }) !== expected) {
        expect.fail(`${String(value)} · ${String(mantissa)} · 2^(${String(shift)} − 31)`);
      }
    }
  });
});
