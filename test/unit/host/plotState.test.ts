import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/core/data/csv';
import { plotState } from '../../../src/host/plotState';

const xColumn = (csv: string): number | null | undefined => {
  const state = plotState('file:///a.csv', 'a.csv', readCsv(csv));
  return state.kind === 'table' ? state.xColumn : undefined;
};

describe('the x axis of a plotted file', () => {
  it('is the first column where that rises', () => {
    expect(xColumn('t,a\n0,5\n1,4\n2,9\n')).toBe(0);
    expect(xColumn('0.5,1\n0.6,1\n')).toBe(0);
  });

  it.each(['a\n1\n2\n3\n', 'a,b\n1,2\n1,3\n', 'a,b\n3,1\n2,1\n', 'a,b\n1,2\n,3\n3,4\n', 'a,b\n,2\n2,3\n'])(
    'is the row number for %j',
    (csv) => expect(xColumn(csv)).toBeNull(),
  );

  it('says why there is nothing to plot', () => {
    expect(plotState('file:///a.csv', 'a.csv', readCsv(''))).toMatchObject({
      kind: 'empty',
      fileName: 'a.csv',
    });
  });
});
