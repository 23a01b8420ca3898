import { describe, expect, it } from 'vitest';
import { readCsvSamples, type CsvSamples } from '../../../src/core/data/csvSamples';
import { Problem } from '../../../src/core/problem';

const names = { file: 'data.csv', inputs: ['a', 'b'], target: 'y' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, pieceBytes = text.length + 1): Promise<CsvSamples> => {
  const all = bytes(text);
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < all.length; from += pieceBytes)
    pieces.push(all.subarray(from, from + pieceBytes));
  return readCsvSamples(pieces, names);
};
const rows = (count: number): string =>
  Array.from({ length: count }, (_, row) => `${row},x${row},${row / 2},${-row}`).join('\n');
const header = 'a,name,b,y\n';

async function failure(text: string): Promise<Problem> {
  try {
    await read(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('the columns of a CSV file', () => {
  it('are the same however the bytes are cut, and whatever ends the lines', async () => {
    const text = `\uFEFF${header}${rows(12)}`;
    const expected = {
      rows: 12,
      inputs: Float32Array.from({ length: 24 }, (_, at) => (at % 2 ? (at - 1) / 4 : at / 2)),
      targets: Float32Array.from({ length: 12 }, (_, row) => (row === 0 ? 0 : -row)),
      lines: Uint32Array.from({ length: 12 }, (_, row) => row + 2),
    };
    for (let piece = 1; piece < text.length; piece++) expect(await read(text, piece)).toEqual(expected);
    expect(await read(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(await read(`${text}\n\n`)).toEqual(expected);
  });

  it('know their lines, also between empty ones', async () => {
    const text = header + rows(12).replaceAll('\n', '\n\n \n');
    expect([...(await read(text)).lines]).toEqual(Array.from({ length: 12 }, (_, row) => 2 + 3 * row));
  });

  it('may be separated by semicolons, with decimal commas', async () => {
    const text = `a;b;y\n${Array.from({ length: 10 }, (_, row) => `${row},5;1;2`).join('\n')}`;
    expect((await read(text)).inputs.slice(0, 4)).toEqual(Float32Array.of(0.5, 1, 1.5, 1));
  });

  const cases: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    ['', 'project.csv.empty', {}],
    ['\n\n  \n', 'project.csv.empty', {}],
    [header, 'project.csv.fewRows', { rows: 0 }],
    [header + rows(9), 'project.csv.fewRows', { rows: 9 }],
    [`a,b\n${rows(10)}`, 'project.csv.noColumn', { line: 1, column: 'y' }],
    [`${header}${rows(20)}\n1,n,abc,2`, 'project.csv.notANumber', { line: 22, column: 'b', text: 'abc' }],
    [`${header}${rows(20)}\n1,n,NaN,2`, 'project.csv.notANumber', { line: 22, text: 'NaN' }],
    [`${header}${rows(20)}\n1,n,1e39,2`, 'project.csv.notANumber', { line: 22, text: '1e39' }],
    [`${header}${rows(20)}\n1,n,-1e19,2`, 'project.csv.hugeNumber', { line: 22, column: 'b', text: '-1e19' }],
    [`${header}${rows(20)}\n1,n,,2`, 'project.csv.noNumber', { line: 22, column: 'b' }],
    [`${header}${rows(20)}\n1,n,3`, 'project.csv.rowWidth', { line: 22, fields: 3, expected: 4 }],
    [`${header}\n\n${rows(20)}\nx,n,3,1`, 'project.csv.notANumber', { line: 24, column: 'a' }],
  ];
  it.each(cases)('says what is wrong, and where: %j', async (text, id, args) => {
    const { sentence } = await failure(text);
    expect(sentence.id).toBe(id);
    expect(sentence.args).toMatchObject({ file: 'data.csv', ...args });
  });

  it('takes a million rows, tells how far it is, and refuses the row after them', async () => {
    const piece = bytes('1,n,2,3\n'.repeat(10_000));
    function* pieces(count: number): Generator<Uint8Array> {
      yield bytes(header);
      for (let at = 0; at < count; at++) yield piece;
    }
    const told: number[] = [];
    const before = process.memoryUsage().arrayBuffers;
    const all = await readCsvSamples(pieces(100), names, (count) => void told.push(count));
    expect(all.rows).toBe(1_000_000);
    expect(told.length).toBeGreaterThan(50);
    expect(told.at(-1)).toBe(1_000_000);
    // Four numbers of 32 bits a row, twice while they are sorted out, and half as much to grow into: 50 MB at most.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60e6);
    await expect(readCsvSamples(pieces(101), names)).rejects.toThrow(/manyRows/);
  });
});
