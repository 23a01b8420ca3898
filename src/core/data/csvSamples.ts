/**
 * The named columns of a CSV file as samples: one row each, every field a number. Bytes are taken piece by piece, so that
 * memory grows with the columns asked for and not with the file. The first thing that is wrong ends it, named by file and line.
 *
 * Fields may be quoted as in RFC 4180, except that a quoted field ends with its line.
 */
import { problem } from '../problem';
import { parseNumber } from './csvNumber';
import { detectDelimiter, splitFields, type Delimiter } from './csvFields';

export interface CsvSamples {
  readonly rows: number;
  /** [rows, inputs], row-major, in the order of the file. */
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  /** The line of the file in which each row stands, 1-based. */
  readonly lines: Uint32Array;
}

export interface CsvColumnNames {
  /** As a person knows the file, for sentences. */
  readonly file: string;
  readonly inputs: readonly string[];
  readonly target: string;
}

export const mostCsvRows = 1_000_000;
/** With fewer, a part of the split would hold nothing worth measuring. */
const fewestRows = 10;
/** Losses are squares, and engines compute them in 32-bit floats, which end at 3.4e38. */
const largestNumber = 1e18;
const mostColumns = 4096;
const longestLine = 1_000_000;
/** Decides which character separates the fields. */
const sampleCharacters = 65_536;

/**
 * @param onRows told the number of rows after each piece, and awaited: the place to report progress and to let others work
 * @throws Problem naming the file, and the line where there is one
 */
export async function readCsvSamples(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  names: CsvColumnNames,
  onRows: (rows: number) => void | Promise<void> = () => undefined,
): Promise<CsvSamples> {
  const decoder = new TextDecoder();
  const reader = new SampleReader(names);
  let rest = '';
  for await (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true });
    if (!reader.knowsDelimiter && rest.length < sampleCharacters) continue;
    rest = reader.takeLines(rest);
    await onRows(reader.rows);
  }
  rest = reader.takeLines(rest + decoder.decode());
  if (rest !== '') reader.takeLines(`${rest}\n`);
  await onRows(reader.rows);
  return reader.finish();
}

class SampleReader {
  rows = 0;
  private line = 0;
  private delimiter: Delimiter | undefined;
  private width = 0;
  /** Where the inputs and, last, the target stand in a row. */
  private places: readonly number[] | undefined;
  private readonly wanted: readonly string[];
  private values: Float32Array;
  private lines = new Uint32Array(1024);

  constructor(private readonly names: CsvColumnNames) {
    this.wanted = [...names.inputs, names.target];
    this.values = new Float32Array(1024 * this.wanted.length);
  }

  get knowsDelimiter(): boolean {
    return this.delimiter !== undefined;
  }

  /** Takes all whole lines and gives back what follows the last of them. */
  takeLines(text: string): string {
    const { file } = this.names;
    if (this.delimiter === undefined) {
      text = text.replace(/^\uFEFF/, '');
      ({ delimiter: this.delimiter, width: this.width } = detectDelimiter(
        text.slice(0, sampleCharacters),
        mostColumns,
      ));
      if (this.width > mostColumns) throw problem('project.csv.tooWide', { file, columns: mostColumns });
    }
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.line++;
      this.takeLine(text.slice(from, text[end - 1] === '\r' ? end - 1 : end), this.delimiter);
      from = end + 1;
    }
    if (text.length - from > longestLine)
      throw problem('project.csv.longLine', { file, line: this.line + 1 });
    return text.slice(from);
  }

  finish(): CsvSamples {
    const { rows, values, wanted, lines } = this;
    const { file } = this.names;
    if (!this.places) throw problem('project.csv.empty', { file });
    if (rows < fewestRows) throw problem('project.csv.fewRows', { file, rows, fewest: fewestRows });
    const width = wanted.length - 1;
    const inputs = new Float32Array(rows * width);
    const targets = new Float32Array(rows);
    for (let row = 0; row < rows; row++) {
      const start = row * wanted.length;
      inputs.set(values.subarray(start, start + width), row * width);
      targets[row] = values[start + width] ?? NaN;
    }
    return { rows, inputs, targets, lines: lines.slice(0, rows) };
  }

  private takeLine(text: string, delimiter: Delimiter): void {
    if (text.trim() === '') return;
    const fields = splitFields(text, delimiter, mostColumns);
    if (this.places) this.takeRow(fields, this.places, delimiter);
    else this.places = this.takeHeader(fields);
  }

  private takeHeader(fields: readonly string[]): number[] {
    const header = fields.map((field) => field.trim());
    this.width = header.length;
    return this.wanted.map((column) => {
      const place = header.indexOf(column);
      if (place >= 0) return place;
      const columns = header.slice(0, 20).join(', ');
      throw problem('project.csv.noColumn', { file: this.names.file, line: this.line, column, columns });
    });
  }

  private takeRow(fields: readonly string[], places: readonly number[], delimiter: Delimiter): void {
    const { line, wanted } = this;
    const { file } = this.names;
    if (fields.length !== this.width) {
      throw problem('project.csv.rowWidth', { file, line, fields: fields.length, expected: this.width });
    }
    if (this.rows === mostCsvRows) throw problem('project.csv.manyRows', { file, line, most: mostCsvRows });
    const start = this.rows * wanted.length;
    if (start === this.values.length) {
      const grown = new Float32Array(2 * start);
      grown.set(this.values);
      this.values = grown;
      const grownLines = new Uint32Array(2 * this.rows);
      grownLines.set(this.lines);
      this.lines = grownLines;
    }
    this.lines[this.rows] = line;
    places.forEach((place, index) => {
      const field = fields[place] ?? '';
      const value = Math.fround(parseNumber(field, delimiter === ';') ?? NaN);
      if (!Number.isFinite(value)) {
        const column = wanted[index] ?? '';
        const text = field.trim().slice(0, 40);
        if (text === '') throw problem('project.csv.noNumber', { file, line, column });
        throw problem('project.csv.notANumber', { file, line, column, text });
      }
      if (Math.abs(value) > largestNumber) {
        const text = field.trim().slice(0, 40);
        throw problem('project.csv.hugeNumber', { file, line, column: wanted[index] ?? '', text });
      }
      this.values[start + index] = value;
    });
    this.rows++;
  }
}
