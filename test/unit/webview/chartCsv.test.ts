import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/core/data/csv';
import { chartCsv } from '../../../webview/shared/chartCsv';
import type { XySeries } from '../../../webview/shared/xySeries';

const titles = { xAxis: 'x', yAxis: 'y', seriesTitle: 'Series' };
const textOf = (series: readonly XySeries[]): string => new TextDecoder().decode(chartCsv(series, titles));
const random = (index: number): number => Math.sin(index * 12.9898) * 10 ** ((index % 13) - 6);

describe('the numbers of a chart as CSV', () => {
  it('come back from the file as they were, float32 to the last bit', () => {
    const x = Float32Array.from({ length: 500 }, (_, index) => random(index));
    const y = Float64Array.from({ length: 500 }, (_, index) => random(index + 500));
    const series: XySeries[] = [
      { name: 'a, "b"', draw: 'line', x, y },
      { name: 'c', draw: 'points', x, y: x },
    ];
    const read = readCsv(textOf(series));
    if (read.kind !== 'table') throw new Error('No table came back.');
    expect(read.columns.map(({ name }) => name)).toEqual(['x', 'a, "b"', 'c']);
    const [readX, readY, again] = read.columns.map(({ values }) => values);
    expect(Float32Array.from(readX!)).toEqual(x);
    expect(readY).toEqual(y);
    expect(again).toEqual(readX);
  });

  it('has every row of a long series, in its order', () => {
    const x = Float64Array.from({ length: 200_001 }, (_, index) => index / 4);
    const lines = textOf([{ name: 'y', draw: 'line', x, y: x }]).split('\r\n');
    expect(lines).toHaveLength(200_003);
    for (let row = 0; row < x.length; row += 997) expect(lines[row + 1]).toBe(`${x[row]},${x[row]}`);
    expect(lines.at(-1)).toBe('');
  });

  it('has no more digits than a float32 needs', () => {
    const y = Float32Array.from([0.1, 1 / 3, 16_777_216, 1e-20]);
    const text = textOf([{ name: 'y', draw: 'line', x: [1, 2, 3, 4], y }]);
    expect(text).toBe('x,y\r\n1,0.1\r\n2,0.33333334\r\n3,16777216\r\n4,1e-20\r\n');
  });

  it('is one row per point where series have their own x, and leaves gaps empty', () => {
    const text = textOf([
      { name: 'a', draw: 'points', x: [1], y: [NaN] },
      { name: 'b', draw: 'points', x: [2, 3], y: [4, 5] },
    ]);
    expect(text).toBe('Series,x,y\r\na,1,\r\nb,2,4\r\nb,3,5\r\n');
  });
});
