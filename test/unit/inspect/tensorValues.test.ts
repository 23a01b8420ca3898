import { describe, expect, it } from 'vitest';
import { halfToFloat, realValues, tensorCodes } from '../../../src/core/inspect/tensorValues';
import { tensorDetails } from '../../../src/core/inspect/tensorDetails';
import { valuesPage } from '../../../src/core/inspect/valuesPage';
import { quantizeMultiplier } from '../../../src/core/runtime/multiplier';
import { dense, model } from '../check/modelBuilder';

const constant = (sketch: Parameters<typeof model>[0][number]) => {
  const made = model([sketch], []);
  const tensor = made.subgraphs[0]?.tensors[0];
  if (!tensor) throw new Error('The model has no tensor.');
  return { made, tensor };
};

describe('tensor values', () => {
  it('unpack int4 with the low half first', () => {
    const { made, tensor } = constant({ type: 'INT4', shape: [4], bytes: Uint8Array.of(0x7f, 0x81) });
    expect([...(tensorCodes(made, tensor) ?? [])]).toEqual([-1, 7, 1, -8]);
  });

  it('are the same wherever the buffer lies in the file', () => {
    const values = Float64Array.from({ length: 8 }, (_, index) => index * 1.5 - 4);
    for (const type of ['FLOAT32', 'INT32', 'INT16', 'INT64', 'FLOAT64'] as const) {
      const typed = {
        FLOAT32: Float32Array.from(values),
        INT32: Int32Array.from(values),
        INT16: Int16Array.from(values),
        INT64: BigInt64Array.from([...values], (value) => BigInt(Math.trunc(value))),
        FLOAT64: values,
      }[type];
      const bytes = new Uint8Array(typed.buffer);
      for (let shift = 0; shift < 9; shift++) {
        const file = new Uint8Array(bytes.length + 16);
        file.set(bytes, shift);
        const { made, tensor } = constant({
          type,
          shape: [8],
          bytes: file.subarray(shift, shift + bytes.length),
        });
        expect([...(tensorCodes(made, tensor) ?? [])]).toEqual(Array.from(typed, Number));
      }
    }
  });

  it('read every binary16 as the number its bits say', () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const [exponent, fraction, sign] = [(bits >> 10) & 31, bits & 1023, bits >> 15 ? -1 : 1];
      const value = halfToFloat(bits);
      if (exponent === 31) expect(Number.isFinite(value)).toBe(false);
      else if (exponent > 0) expect(value).toBe((sign * (1024 + fraction) * 2 ** exponent) / 2 ** 25);
      else expect(value).toBe((sign * fraction) / 2 ** 24);
    }
  });

  it('take scale and zero point of their own channel along every dimension', () => {
    const shape = [2, 3, 4];
    const bytes = Uint8Array.from({ length: 24 }, (_, index) => index);
    for (const dimension of [0, 1, 2]) {
      const count = shape[dimension] ?? 0;
      const scale = Array.from({ length: count }, (_, channel) => 2 ** channel);
      const zeroPoint = scale.map((_, channel) => channel);
      const { made, tensor } = constant({ shape, bytes, scale, zeroPoint, dimension });
      const codes = tensorCodes(made, tensor) ?? new Int8Array(0);
      const real = realValues(tensor, codes, 0, 24);
      for (let a = 0, at = 0; a < 2; a++) {
        for (let b = 0; b < 3; b++) {
          for (let c = 0; c < 4; c++, at++) {
            const channel = [a, b, c][dimension] ?? 0;
            expect(real[at]).toBe(2 ** channel * (at - channel));
          }
        }
      }
      // Pages, put together, are the whole.
      const pages = [0, 7, 14, 21].flatMap((offset) => [
        ...(valuesPage(made, { subgraph: 0, tensor: 0, offset, count: 7, kind: 'real' })?.values ?? []),
      ]);
      expect(pages).toEqual([...real]);
    }
  });
});

describe('tensor details', () => {
  it('count codes, ends, dead channels and outlying scales', () => {
    const rows = [
      [0, 0, 0, 0],
      [127, 127, -127, 1],
      [5, 6, 7, 8],
    ];
    const made = dense({
      weights: {
        shape: [3, 4],
        scale: [1, 1, 9],
        bytes: new Uint8Array(Int8Array.from(rows.flat()).buffer),
      },
    });
    const details = tensorDetails(made, 0, 1);
    expect(details?.channels.map(({ isDead }) => isDead)).toEqual([true, false, false]);
    expect(details?.channels.map(({ isOutlier }) => isOutlier)).toEqual([false, false, true]);
    expect(details?.codeUse).toEqual({ used: 8, possible: 255, saturatedShare: 3 / 12 });
    expect(details?.histogram?.counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(details?.histogram?.counts[5 + 128]).toBe(1);
    expect(details?.codeStatistics).toMatchObject({ minimum: -127, maximum: 127, zeroShare: 4 / 12 });
    expect(details?.statistics).toMatchObject({ minimum: -127, maximum: 127 });
    expect(details?.heatMap).toMatchObject({ rows: 3, columns: 4 });
    expect([...(details?.heatMap?.cells ?? [])]).toEqual([
      ...(rows[0] ?? []),
      ...(rows[1] ?? []),
      45,
      54,
      63,
      72,
    ]);
  });

  it('give the multiplier of the kernel: one scale in single, many in double precision', () => {
    const [inputScale, outputScale] = [Math.fround(0.1), Math.fround(0.3)];
    const weight = Math.fround(0.007);
    const parts = (scale: readonly number[]) =>
      tensorDetails(
        dense({
          input: { scale: [inputScale], zeroPoint: [0] },
          output: { scale: [outputScale], zeroPoint: [0] },
          weights: { shape: [4, 4], scale },
        }),
        0,
        1,
      )?.requantization?.channels;
    const single = quantizeMultiplier(Math.fround(inputScale * weight) / outputScale);
    const double = quantizeMultiplier((inputScale * weight) / outputScale);
    expect(single).not.toEqual(double);
    expect(parts([weight])).toMatchObject([{ multiplier: single.mantissa, shift: single.shift }]);
    expect(parts([weight, weight, weight, weight])?.[3]).toMatchObject({
      multiplier: double.mantissa,
      shift: double.shift,
    });
  });
});
