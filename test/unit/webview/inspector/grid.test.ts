import { describe, expect, it } from 'vitest';
import { nextSort, shownRows, type GridColumn } from '../../../../webview/shared/gridRows';
import { rowWindow, scrollToRow } from '../../../../webview/shared/virtualRows';

interface Row {
  readonly name: string;
  readonly bytes: number | undefined;
}

const columns: readonly GridColumn<Row>[] = [
  { key: 'name', title: 'Name', kind: 'text', width: 10, text: ({ name }) => name },
  {
    key: 'bytes',
    title: 'Bytes',
    kind: 'number',
    width: 10,
    text: ({ bytes }) => (bytes === undefined ? '' : `${bytes} B`),
    value: ({ bytes }) => bytes,
  },
];

const rows: readonly Row[] = Array.from({ length: 200 }, (_, index) => ({
  name: `op${(index * 71) % 200} ${index % 3 === 0 ? 'CONV_2D' : 'ADD'}`,
  bytes: index % 7 === 0 ? undefined : (index * 37) % 50,
}));

describe('shownRows', () => {
  it('keeps exactly the rows in which every word occurs, in any letter case', () => {
    const found = shownRows(rows, columns, 'conv 1', undefined);
    for (const row of rows) {
      const text = `${row.name} ${row.bytes === undefined ? '' : `${row.bytes} B`}`.toLowerCase();
      expect(found.includes(row)).toBe(text.includes('conv') && text.includes('1'));
    }
  });

  it('orders numbers by size with absent ones lowest, and equal ones as they came', () => {
    const sorted = shownRows(rows, columns, '', { key: 'bytes', direction: 'ascending' });
    expect(new Set(sorted)).toEqual(new Set(rows));
    for (let at = 1; at < sorted.length; at++) {
      const [a, b] = [sorted[at - 1]!, sorted[at]!];
      const [was, is] = [a.bytes ?? -Infinity, b.bytes ?? -Infinity];
      expect(was).toBeLessThanOrEqual(is);
      if (was === is) expect(rows.indexOf(a)).toBeLessThan(rows.indexOf(b));
    }
  });

  it('puts op2 before op10', () => {
    const sorted = shownRows(rows, columns, '', { key: 'name', direction: 'ascending' });
    const numbers = sorted.map(({ name }) => Number(/\d+/.exec(name)?.[0]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it('does not change what it was given', () => {
    const before = [...rows];
    shownRows(rows, columns, '', { key: 'bytes', direction: 'descending' });
    expect(rows).toEqual(before);
  });
});

describe('nextSort', () => {
  it('comes back to no order after three presses, and starts anew on another column', () => {
    const first = nextSort(undefined, 'a');
    const second = nextSort(first, 'a');
    expect([first?.direction, second?.direction, nextSort(second, 'a')]).toEqual([
      'ascending',
      'descending',
      undefined,
    ]);
    expect(nextSort(second, 'b')).toEqual({ key: 'b', direction: 'ascending' });
  });
});

describe('rowWindow and scrollToRow', () => {
  it('hold every row in sight and a bounded number of others, wherever one scrolls', () => {
    for (let scrollTop = 0; scrollTop < 24 * 3000; scrollTop += 397) {
      const { first, end } = rowWindow(scrollTop, 600, 24, 3000);
      for (let row = 0; row < 3000; row++) {
        const isSeen = (row + 1) * 24 > scrollTop && row * 24 < scrollTop + 600;
        if (isSeen) expect(row >= first && row < end).toBe(true);
      }
      expect(end - first).toBeLessThanOrEqual(600 / 24 + 30);
    }
  });

  it('bring a row wholly into sight with no more movement than needed', () => {
    for (const row of [0, 1, 10, 24, 25, 26, 100, 2999]) {
      for (const scrollTop of [0, 100, 2400, 70_000]) {
        const top = scrollToRow(row, scrollTop, 600, 24);
        expect(top).toBeLessThanOrEqual(row * 24);
        expect(top + 600).toBeGreaterThanOrEqual((row + 1) * 24);
        const wasSeen = row * 24 >= scrollTop && (row + 1) * 24 <= scrollTop + 600;
        if (wasSeen) expect(top).toBe(scrollTop);
      }
    }
  });
});
