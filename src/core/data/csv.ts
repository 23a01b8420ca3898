/**
 * Any numeric CSV file as columns of numbers: with or without a header, whatever separates the fields. It reads what it
 * can and says what it left out; no input makes it throw, and its time and memory grow no faster than the text.
 *
 * Fields may be quoted as in RFC 4180, except that a quoted field ends with its line: an unclosed quote costs one line, not the file.
 */
import { sentence, type Sentence } from '../../../l10n/sentences';
import { detectDelimiter, splitFields, type Delimiter } from './csvFields';
import { parseNumber } from './csvNumber';
import { TextLines } from './textLines';

export interface CsvColumn {
  /** From the header; where there is none, a letter as in a spreadsheet. No two columns have the same. */
  readonly name: string;
  /** One entry per row; NaN where the file has no number. */
  readonly values: Float64Array;
}

export interface CsvTable {
  readonly kind: 'table';
  readonly delimiter: Delimiter;
  readonly rows: number;
  /** At least one; columns without any number are left out, with a note. */
  readonly columns: readonly CsvColumn[];
  /** What was left out or read in a particular way, with line numbers. */
  readonly notes: readonly Sentence[];
}

export type CsvReading = CsvTable | { readonly kind: 'empty'; readonly why: Sentence };

export interface CsvLimits {
  readonly rows: number;
  readonly columns: number;
  /** Notes that name a line; the rest are counted in one more. */
  readonly notes: number;
}

const defaultLimits: CsvLimits = { rows: 1_000_000, columns: 256, notes: 20 };

export function readCsv(text: string, limits: CsvLimits = defaultLimits): CsvReading {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const { delimiter, width } = detectDelimiter(body, limits.columns);
  if (width > limits.columns)
    return { kind: 'empty', why: sentence('nn.csvTooWide', { columns: limits.columns }) };
  const reader = new TableReader(delimiter, width, limits);
  for (const line of new TextLines(body)) {
    if (line.text.trim() === '') continue;
    if (!reader.take(line.text, line.number)) break;
  }
  return reader.finish();
}

class TableReader {
  private names: readonly string[] = [];
  private readonly columns: Float64Array[];
  private readonly numbers: number[];
  private rows = 0;
  private first = true;
  private readonly notes: Sentence[] = [];
  private unsaid = 0;

  constructor(
    private readonly delimiter: Delimiter,
    private readonly width: number,
    private readonly limits: CsvLimits,
  ) {
    this.columns = Array.from({ length: width }, () => new Float64Array(64));
    this.numbers = this.columns.map(() => 0);
  }

  /** False when no more lines are wanted. */
  take(line: string, lineNumber: number): boolean {
    const fields = splitFields(line, this.delimiter, this.width);
    if (fields.length !== this.width) {
      const values = fields.length > this.width ? `> ${String(this.width)}` : fields.length;
      this.note(sentence('nn.csvRowWidth', { line: lineNumber, values, expected: this.width }));
      return true;
    }
    // Comments may stand above the header.
    const isHeader = this.first && fields.some((field) => this.isText(field));
    this.first = false;
    if (isHeader) {
      this.names = fields.map((field) => field.trim());
    } else if (this.rows >= this.limits.rows) {
      this.notes.unshift(sentence('nn.csvTooManyRows', { rows: this.limits.rows, line: lineNumber }));
      return false;
    } else {
      this.addRow(fields, lineNumber);
    }
    return true;
  }

  finish(): CsvReading {
    const names = uniqueNames(this.columns.map((_, index) => this.names[index] ?? ''));
    const columns: CsvColumn[] = [];
    this.columns.forEach((values, index) => {
      const name = names[index] ?? '';
      if ((this.numbers[index] ?? 0) > 0) columns.push({ name, values: values.slice(0, this.rows) });
      else if (this.names[index]) this.note(sentence('nn.csvColumnWithoutNumbers', { column: name }));
    });
    if (columns.length === 0) return { kind: 'empty', why: sentence('nn.csvEmpty') };
    const rest = this.unsaid === 0 ? [] : [sentence('nn.csvMoreNotes', { count: this.unsaid })];
    return {
      kind: 'table',
      delimiter: this.delimiter,
      rows: this.rows,
      columns,
      notes: [...this.notes, ...rest],
    };
  }

  private addRow(fields: readonly string[], lineNumber: number): void {
    fields.forEach((field, index) => {
      const value = parseNumber(field, this.delimiter === ';');
      if (value === undefined && field.trim() !== '') {
        this.note(
          sentence('nn.csvNotANumber', { line: lineNumber, field: index + 1, text: shortened(field.trim()) }),
        );
      }
      if (value !== undefined && !Number.isNaN(value)) this.numbers[index] = (this.numbers[index] ?? 0) + 1;
      let column = this.columns[index];
      if (!column) return;
      if (this.rows === column.length) {
        const grown = new Float64Array(2 * column.length);
        grown.set(column);
        this.columns[index] = column = grown;
      }
      column[this.rows] = value ?? NaN;
    });
    this.rows++;
  }

  private isText(field: string): boolean {
    return field.trim() !== '' && parseNumber(field, this.delimiter === ';') === undefined;
  }

  private note(note: Sentence): void {
    if (this.notes.length < this.limits.notes) this.notes.push(note);
    else this.unsaid++;
  }
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

/** Empty names become letters, repeated ones get a number. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const base = name === '' ? spreadsheetLetters(index) : shortened(name);
    let unique = base;
    for (let count = 2; taken.has(unique); count++) unique = `${base} (${String(count)})`;
    taken.add(unique);
    return unique;
  });
}

/** 0 → A, 25 → Z, 26 → AA. */
function spreadsheetLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : spreadsheetLetters(Math.floor(index / 26) - 1) + letter;
}
