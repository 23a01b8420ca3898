import { describe, expect, it } from 'vitest';
import { en } from '../../../l10n/en/index';
import { zhCn } from '../../../l10n/zh-cn/index';
import { chartSummary, seriesFacts } from '../../../webview/shared/chartSummary';
import { nearestRow } from '../../../webview/shared/nearestRow';
import { seriesStyle } from '../../../webview/shared/seriesStyle';
import { opaque } from '../../../webview/shared/chartTheme';
import { thinnedRows } from '../../../webview/shared/thinnedRows';
import { createWords } from '../../../webview/shared/words';

describe('seriesStyle', () => {
  const theme = {
    foreground: '#fff',
    description: '#aaa',
    grid: '#333',
    series: ['a', 'b', 'c', 'd', 'e', 'f'],
    fontFamily: 'sans-serif',
    fontSizePx: 13,
  };

  it('tells any two of 36 series apart, and any two of six without their colours', () => {
    const styles = Array.from({ length: 36 }, (_, index) => seriesStyle(index, theme));
    const distinct = (values: readonly unknown[]): number =>
      new Set(values.map((value) => JSON.stringify(value))).size;
    expect(distinct(styles)).toBe(36);
    expect(distinct(styles.map(({ colour, dash }) => [colour, dash]))).toBe(36);
    expect(distinct(styles.map(({ colour, mark }) => [colour, mark]))).toBe(36);
    expect(distinct(styles.slice(0, 6).map(({ dash }) => dash))).toBe(6);
    expect(distinct(styles.slice(0, 6).map(({ mark }) => mark))).toBe(6);
  });
});

describe('opaque', () => {
  it('takes the transparency from a colour and leaves other colours alone', () => {
    expect(opaque('rgba(234, 92, 0, 0.33)')).toBe('rgb(234, 92, 0)');
    expect(opaque('#ea5c0055')).toBe('#ea5c00');
    for (const colour of ['#ea5c00', '#fff', 'rgb(1, 2, 3)', 'red']) expect(opaque(colour)).toBe(colour);
  });
});

describe('thinnedRows', () => {
  it('keeps the first and the last, rises, and gives no more than asked for', () => {
    for (const count of [0, 1, 2, 99, 100, 101, 1000, 123_457]) {
      const rows = thinnedRows(count, 100);
      expect(rows).toHaveLength(Math.min(count, 100));
      if (count > 0) expect([rows[0], rows.at(-1)]).toEqual([0, count - 1]);
      expect(rows.every((row, index) => index === 0 || row > rows[index - 1]!)).toBe(true);
    }
  });
});

describe('nearestRow', () => {
  it('agrees with a search of all distances, in any order', () => {
    const column = [3, NaN, -1, 7, 2.5, 2.5, Infinity];
    for (let wanted = -3; wanted < 9; wanted += 0.125) {
      const found = nearestRow(column, wanted);
      const distances = column.map((value) => Math.abs(value - wanted)).filter(Number.isFinite);
      expect(Math.abs(column[found]! - wanted)).toBe(Math.min(...distances));
    }
    expect(nearestRow(column, NaN)).toBe(-1);
    expect(nearestRow([], 1)).toBe(-1);
  });
});

describe('chartSummary', () => {
  const series = [
    { name: 'loss', draw: 'line', x: [1, 2, 3, 4], y: [0.5, NaN, 0.125, 0.25] },
    { name: 'actual', draw: 'points', x: [1], y: [-2] },
    { name: 'nothing', draw: 'line', x: [], y: [] },
  ] as const;

  it('reads its facts from the finite values', () => {
    expect(seriesFacts(series[0].y)).toEqual({
      count: 3,
      first: 0.5,
      last: 0.25,
      lowest: 0.125,
      highest: 0.5,
    });
  });

  it('says title, axes and every series in both languages, with no hole left open', () => {
    for (const words of [createWords(en, 'en'), createWords(zhCn, 'zh-CN')]) {
      const text = chartSummary(words, 'Training and validation loss', { x: 'Epochs', y: 'Loss' }, series);
      for (const part of [
        'Training and validation loss',
        'Epochs',
        'Loss',
        '0.125',
        'actual',
        '-2',
        'nothing',
      ]) {
        expect(text).toContain(part);
      }
      expect(text).not.toMatch(/[{}]|NaN|Infinity|undefined/);
    }
  });
});
