import { describe, expect, it } from 'vitest';
import { readCsv, type CsvTable } from '../../../src/core/data/csv';
import { MersenneTwister } from '../../../src/core/data/mersenneTwister';

function table(text: string): CsvTable {
  const reading = readCsv(text);
  if (reading.kind !== 'table') throw new Error(`Read as empty: ${JSON.stringify(reading.why)}`);
  return reading;
}

function columns(text: string): Record<string, number[]> {
  return Object.fromEntries(table(text).columns.map(({ name, values }) => [name, [...values]]));
}

const numbers = [
  [1, -2.5],
  [0.00628319, 0.0537117],
  [1e-7, 3e20],
  [-0.001, 1234567],
];

const spellings = ([';', ',', '\t', ' ', ', ', '  '] as const).flatMap((separator) =>
  ['\n', '\r\n', '\r'].flatMap((lineEnd) =>
    [[], ['time', 'value'], ['"time"', '"a ""big"" value"']].flatMap((header) =>
      ['', '\uFEFF'].flatMap((mark) =>
        [false, true].map((quoted) => ({ separator, lineEnd, header, mark, quoted })),
      ),
    ),
  ),
);

describe('readCsv', () => {
  it.each(spellings)('reads the same numbers however they are written: %j', (spelling) => {
    const { separator, lineEnd, header, mark, quoted } = spelling;
    const write = (value: number): string => (quoted ? `"${String(value)}"` : String(value));
    const lines = [...(header.length > 0 ? [header] : []), ...numbers.map((row) => row.map(write))];
    const text = mark + lines.map((line) => line.join(separator)).join(lineEnd) + lineEnd;
    const read = table(text);
    expect(read.notes).toEqual([]);
    expect(read.columns.map((column) => [...column.values])).toEqual([
      numbers.map(([first]) => first),
      numbers.map(([, second]) => second),
    ]);
    const expectedNames =
      header.length === 0 ? ['A', 'B'] : header[0] === 'time' ? ['time', 'value'] : ['time', 'a "big" value'];
    expect(read.columns.map(({ name }) => name)).toEqual(expectedNames);
  });

  it('reads a decimal comma where semicolons separate', () => {
    expect(columns('x;y\n1,5;2\n-0,25;3,5e2\n')).toEqual({ x: [1.5, -0.25], y: [2, 350] });
  });

  it('reads one column', () => {
    expect(columns('1\n2\n\n3')).toEqual({ A: [1, 2, 3] });
  });

  it('keeps empty fields as gaps, and the words for numbers that are none', () => {
    expect(columns('a,b,c\n1,,3\n,nan,-inf\n4,5,6\n')).toEqual({
      a: [1, NaN, 4],
      b: [NaN, NaN, 5],
      c: [3, -Infinity, 6],
    });
  });

  it('leaves out rows of another width and says which', () => {
    const read = table('x,y\n1,2\n3\n4,5,6\n7,8\n');
    expect(read.rows).toBe(2);
    expect(read.notes.map(({ id, args }) => [id, args.line])).toEqual([
      ['nn.csvRowWidth', 3],
      ['nn.csvRowWidth', 4],
    ]);
  });

  it('takes the names of the columns also from below a comment', () => {
    const read = table('# recorded on a walk\n# two sensors\nx,y\n1,2\n3,4\n');
    expect(read.columns.map(({ name, values }) => [name, [...values]])).toEqual([
      ['x', [1, 3]],
      ['y', [2, 4]],
    ]);
    expect(read.notes.map(({ id, args }) => [id, args.line])).toEqual([
      ['nn.csvRowWidth', 1],
      ['nn.csvRowWidth', 2],
    ]);
  });

  it('says where a field is no number, and leaves out columns without any', () => {
    const read = table('when,x\nMonday,1\nTuesday,two\nFriday,3\n');
    expect(read.columns.map(({ name, values }) => [name, [...values]])).toEqual([['x', [1, NaN, 3]]]);
    expect(read.notes).toContainEqual({ id: 'nn.csvNotANumber', args: { line: 3, field: 2, text: 'two' } });
    expect(read.notes).toContainEqual({ id: 'nn.csvColumnWithoutNumbers', args: { column: 'when' } });
  });

  it('gives no two columns one name', () => {
    const names = table('x,x,,x (2)\n1,2,3,4\n').columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(4);
  });

  it.each(['', '\n\n', 'hello', 'a,b\nc,d\n', '\0\0\0', '"', '""""', ',,,\n,,,'])(
    'says that %j holds no number',
    (text) => {
      expect(readCsv(text)).toMatchObject({ kind: 'empty' });
    },
  );

  it('stops at the limit of rows and says at which line', () => {
    const read = readCsv('1,2\n3,4\n5,6\n', { rows: 2, columns: 4, notes: 1 });
    expect(read).toMatchObject({
      kind: 'table',
      rows: 2,
      notes: [{ id: 'nn.csvTooManyRows', args: { rows: 2, line: 3 } }],
    });
  });

  it('says that a file has too many columns, and reads one that has just not', () => {
    const limits = { rows: 5, columns: 4, notes: 1 };
    expect(readCsv('1,2,3,4\n', limits)).toMatchObject({ kind: 'table', rows: 1, notes: [] });
    for (const text of ['1,2,3,4,5\n', '1,2,3,4,5,6,7\n', '1 2 3 4 5\n']) {
      expect(readCsv(text, limits)).toEqual({
        kind: 'empty',
        why: { id: 'nn.csvTooWide', args: { columns: 4 } },
      });
    }
  });

  it('counts what it has no room to name', () => {
    const read = table('x,y\n' + '1,2\n'.repeat(60) + '1\n'.repeat(100));
    expect(read.notes).toHaveLength(21);
    expect(read.notes.at(-1)).toEqual({ id: 'nn.csvMoreNotes', args: { count: 80 } });
  });

  it('never throws: every cut and many random changes of a file', () => {
    const text = 'time;"a;b";c\r\n1,5;2;\r\n"3";nan;"4""5"\r\n';
    for (let end = 0; end <= text.length; end++)
      expect(['table', 'empty']).toContain(readCsv(text.slice(0, end)).kind);
    const random = new MersenneTwister(5);
    const alphabet = '0123456789.,;"\t \r\nabe-+\0\uFEFF\uD800';
    for (let round = 0; round < 3000; round++) {
      const garbage = Array.from({ length: random.interval(60) }, () =>
        alphabet.charAt(random.interval(alphabet.length - 1)),
      );
      const read = readCsv(garbage.join(''));
      if (read.kind === 'table')
        for (const { values } of read.columns) expect(values).toHaveLength(read.rows);
    }
  });

  it.each([
    ['one endless line of digits', '7'.repeat(1_000_000)],
    ['one endless line of fields', '1,'.repeat(500_000)],
    ['quotes only', '"'.repeat(1_000_000)],
    ['blanks only', ' '.repeat(1_000_000)],
    ['blanks and a point', ' '.repeat(1_000_000) + '.'],
    ['empty lines', '\r'.repeat(1_000_000)],
    ['open quotes', '"1\n'.repeat(100_000)],
  ])('ends in seconds on %s', (_, text) => {
    const start = performance.now();
    // Linear work takes a fraction of a second here; quadratic would take many minutes.
    readCsv(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
