import { describe, expect, it } from 'vitest';
import { displayName } from '../../../src/core/inspect/displayName';
import { tensorNpy } from '../../../src/core/inspect/npy';
import { safeFileName, tableCsv, tableMarkdown } from '../../../src/core/inspect/table';
import { readZipTail } from '../../../src/core/inspect/zipTail';
import { readMetadata } from '../../../src/core/inspect/metadataReader';
import { model } from '../check/modelBuilder';

const hostile = [
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'C:\\Windows\\con',
  'CON',
  'a|b\nc`d',
  '\u202Egnp.exe',
  'x'.repeat(1_000_000),
  '',
  '"; rm -rf /',
];

/** A plain reader of RFC 4180, for this test alone. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at++) {
    const char = csv.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (csv.charAt(at + 1) === '"') cell += csv.charAt(at++);
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (char === '\r' && csv.charAt(at + 1) === '\n') {
      at++;
      rows.at(-1)?.push(cell);
      rows.push([]);
      cell = '';
    } else cell += char;
  }
  return rows.slice(0, -1);
}

describe('tables', () => {
  it('keep every text in CSV and let no cell be a formula', () => {
    const rows = hostile.map((text) => [text, 1]);
    const back = cells(tableCsv({ head: ['name', 'bytes'], rows })).slice(1);
    for (const [index, [cell = '']] of back.entries()) {
      expect(cell.replace(/^'/, '')).toBe(hostile[index]);
      expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
    expect(tableCsv({ head: ['n'], rows: [[-5], ['-5'], ['-1.5e-7']] })).toBe('n\r\n-5\r\n-5\r\n-1.5e-7\r\n');
  });

  it('keep every row one line of Markdown with two cells', () => {
    const lines = tableMarkdown({ head: ['name', 'bytes'], rows: hostile.map((text) => [text, 1]) }).split(
      '\n',
    );
    expect(lines).toHaveLength(hostile.length + 3);
    for (const line of lines.slice(0, -1)) {
      expect(line.replace(/\\./g, '').split('|')).toHaveLength(4);
      expect(line.replace(/\\./g, '')).not.toMatch(/[<>`]/);
    }
  });

  it('make safe file names of anything', () => {
    for (const name of hostile) {
      const safe = safeFileName(name, 'npy');
      expect(safe).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}._-]*\.npy$/u);
      expect(safe).not.toMatch(/^(con|nul|aux|prn)\./i);
      expect(safe.length).toBeLessThan(120);
    }
    expect(safeFileName('con', 'csv')).toBe('tensor_con.csv');
  });

  it('show names without marks that hide or turn them', () => {
    for (const name of hostile) {
      expect(displayName(name)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(displayName(name).length).toBeLessThanOrEqual(81);
    }
  });
});

describe('.npy', () => {
  it('has a header of a multiple of 64 bytes and the values behind it', () => {
    const values = Float32Array.of(1.5, -2, 3, 4, 5, 6);
    const made = model([{ type: 'FLOAT32', shape: [2, 3], bytes: new Uint8Array(values.buffer) }], []);
    const npy = tensorNpy(made, 0, 0, 'raw') ?? new Uint8Array(0);
    const headerBytes = 10 + (npy[8] ?? 0) + 256 * (npy[9] ?? 0);
    expect(headerBytes % 64).toBe(0);
    const header = new TextDecoder('latin1').decode(npy.subarray(0, headerBytes));
    expect(header.slice(1, 6)).toBe('NUMPY');
    expect(header).toContain("'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)");
    expect(new Float32Array(npy.slice(headerBytes).buffer)).toEqual(values);
  });
});

describe('readers of what is packed along', () => {
  it('survive every kind of noise', () => {
    for (let seed = 0; seed < 2000; seed++) {
      const bytes = Uint8Array.from(
        { length: seed % 300 },
        (_, index) => (Math.imul(seed + 1, 2654435761) >>> (index % 24)) & 0xff,
      );
      bytes.set([0x4d, 0x30, 0x30, 0x31].slice(0, Math.max(0, bytes.length - 4)), Math.min(4, bytes.length));
      expect(() => readMetadata(bytes)).not.toThrow();
      if (bytes.length >= 22) bytes.set([0x50, 0x4b, 5, 6], bytes.length - 22);
      expect(() => readZipTail(bytes)).not.toThrow();
    }
  });
});
