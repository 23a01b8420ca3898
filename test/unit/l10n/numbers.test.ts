import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../l10n/format';

describe('numbers in sentences', () => {
  it.each(['en', 'zh-cn'])('are never a row of zeros: %s', (language) => {
    const exponents = Array.from({ length: 50 }, (_, at) => at - 40);
    for (const exponent of [...exponents, 21, 30, 38, 300]) {
      for (const value of [1.23456 * 10 ** exponent, -9.8765 * 10 ** exponent]) {
        const text = formatNumber(value, language);
        expect(text.length, text).toBeLessThanOrEqual(15);
        expect(Number(text.replaceAll(',', '')) / value).toBeCloseTo(1, 3);
      }
    }
    expect(formatNumber(0, language)).toBe('0');
  });
});
