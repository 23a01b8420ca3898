/** Bytes as the rows of a hex view: offset, sixteen bytes, and what of them can be read. */
const bytesPerRow = 16;

export interface HexRow {
  readonly offset: number;
  readonly text: string;
}

export function hexRows(bytes: Uint8Array, offset: number): readonly HexRow[] {
  // Rows begin at multiples of sixteen, so that they stay where they are while bytes come.
  const first = offset - (offset % bytesPerRow);
  const rows: HexRow[] = [];
  for (let at = first; at < offset + bytes.length; at += bytesPerRow) {
    const cells: string[] = [];
    let readable = '';
    for (let column = 0; column < bytesPerRow; column++) {
      const index = at + column - offset;
      const byte = index >= 0 && index < bytes.length ? bytes[index] : undefined;
      cells.push(byte === undefined ? '  ' : byte.toString(16).padStart(2, '0'));
      readable += byte === undefined ? ' ' : byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
    }
    const hex = `${cells.slice(0, 8).join(' ')}  ${cells.slice(8).join(' ')}`;
    rows.push({ offset: at, text: `${at.toString(16).padStart(8, '0')}  ${hex}  ${readable}` });
  }
  return rows;
}
