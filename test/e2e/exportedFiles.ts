/** Reads files that the inspector exports, after their formats' own descriptions and by nothing of ours. */
export interface Npy {
  readonly descr: string;
  readonly shape: readonly number[];
  /** Everything after the header. */
  readonly data: Buffer;
}

/** Version 1.0 as NumPy's `numpy.lib.format` describes it. @throws Error where the file is not that */
export function readNpy(file: Buffer): Npy {
  if (file.subarray(0, 8).toString('latin1') !== '\x93NUMPY\x01\x00')
    throw new Error('No .npy file of version 1.0.');
  const start = 10 + file.readUInt16LE(8);
  if (start % 64 !== 0 || file[start - 1] !== 10) throw new Error('The header is not padded to 64 bytes.');
  const header = file.subarray(10, start).toString('latin1');
  const parts = /^\{'descr': '([^']+)', 'fortran_order': False, 'shape': \(([\d, ]*)\), \} *\n$/.exec(header);
  if (!parts) throw new Error(`Not a header: ${header}`);
  const shape = parts[2]!.split(',').filter((size) => size.trim() !== '');
  return { descr: parts[1]!, shape: shape.map(Number), data: file.subarray(start) };
}

/** RFC 4180. @throws Error where a quote stands where it may not */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`No cell at character ${at}: ${text.slice(at, at + 40)}`);
    const [, content = '', end] = found;
    row.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** The bytes of the only array in C source. */
export function readCBytes(source: string): Buffer {
  const list = /\[\]\s*=\s*\{([^}]*)\}/.exec(source)?.[1] ?? '';
  return Buffer.from(list.split(',').map((byte) => Number(byte)));
}
