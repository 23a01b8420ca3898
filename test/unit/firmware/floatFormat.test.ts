import { describe, expect, it } from 'vitest';
import { formatPrintfFloat, formatStreamFloat } from '../../../src/core/firmware/floatFormat';
import { randomIntegers } from '../runtime/randomIntegers';

describe('formatStreamFloat', () => {
  it('prints what the C standard says of %g', () => {
    // Values whose form the standard's rule fixes: precision, zeros, the two borders of scientific notation, signs.
    const known: readonly [number, string][] = [
      [0, '0'],
      [-0, '-0'],
      [1, '1'],
      [-1.5, '-1.5'],
      [100000, '100000'],
      [999999, '999999'],
      [999999.5, '1e+06'],
      [1000000, '1e+06'],
      [1234567, '1.23457e+06'],
      [0.0001, '0.0001'],
      [0.00001, '1e-05'],
      [0.000099999996, '0.0001'],
      [123.456789, '123.457'],
      [Math.fround(0.1), '0.1'],
      [Math.PI, '3.14159'],
      [1e100, '1e+100'],
      [Infinity, 'inf'],
      [-Infinity, '-inf'],
      [NaN, 'nan'],
    ];
    for (const [value, text] of known) expect(formatStreamFloat(value)).toBe(text);
  });

  it('sends exact ties to the even digit', () => {
    expect(formatStreamFloat(100000.5)).toBe('100000');
    expect(formatStreamFloat(100001.5)).toBe('100002');
    expect(formatStreamFloat(1000005)).toBe('1e+06');
    expect(formatStreamFloat(1000015)).toBe('1.00002e+06');
  });

  it('keeps six digits, and reads back as itself', () => {
    const random = randomIntegers(7);
    for (let i = 0; i < 20_000; i++) {
      const value = Math.fround(random() * 2 ** ((random() & 63) - 60));
      const text = formatStreamFloat(value);
      const back = Number(text);
      expect(text).toMatch(/^-?\d+(\.\d*[1-9])?(e[+-]\d{2})?$/);
      if (Math.abs(back - value) > Math.abs(value) * 5.0001e-6) expect.fail(`${String(value)}: ${text}`);
      if (formatStreamFloat(back) !== text) expect.fail(`${text} is not printed as itself`);
    }
  });
});

describe('formatPrintfFloat', () => {
  it('prints what the C standard says of %f, exact ties to the even digit', () => {
    const known: readonly [number, string][] = [
      [0, '0.000000'],
      [-0, '-0.000000'],
      [1, '1.000000'],
      [-1.5, '-1.500000'],
      [0.0078125, '0.007812'],
      [-0.0078125, '-0.007812'],
      [0.0234375, '0.023438'],
      [Math.fround(0.1), '0.100000'],
      [2 ** -149, '0.000000'],
      [2 ** 100, '1267650600228229401496703205376.000000'],
      [NaN, 'nan'],
      [-Infinity, '-inf'],
    ];
    for (const [value, text] of known) expect(formatPrintfFloat(value)).toBe(text);
  });
});
