export type Cell = string | number;

/** Rows with a head, for copying and exporting. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * RFC 4180, lines ended by CR LF. A text that a spreadsheet would take for a formula gets an apostrophe in front
 * (OWASP, "CSV Injection").
 */
export function tableCsv({ head, rows }: Table): string {
  return csvRows([head, ...rows]);
}

export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe =
    /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A GitHub-flavoured Markdown table; what a cell holds is shown as it is, never as markup. */
export function tableMarkdown({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const isNumeric = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'),
  );
  return (
    line(head.map(markdownCell)) +
    line(isNumeric.map((numeric) => (numeric ? '---:' : '---'))) +
    rows.map((row) => line(row.map(markdownCell))).join('')
  );
}

function markdownCell(cell: Cell): string {
  return String(cell)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#!|~&@]/g, (mark) => `\\${mark}`);
}

const longestFileName = 100;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name from a file as a file name on any system: no path, no marks that a shell or Windows refuses, never empty. */
export function safeFileName(name: string, extension: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._-]+|[._-]+$/g, '')
    .slice(0, longestFileName);
  const stem = plain === '' || reserved.test(plain) ? `tensor_${plain}`.replace(/_$/, '') : plain;
  return `${stem}.${extension}`;
}
