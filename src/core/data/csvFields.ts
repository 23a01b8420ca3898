/** What separates the fields of a file, and a line cut into its fields. */
import { parseNumber } from './csvNumber';
import { TextLines } from './textLines';

/** A space stands for any run of blanks. */
export type Delimiter = '\t' | ';' | ',' | ' ';

/** In the order of preference, where two explain the file equally well. */
const delimiters: readonly Delimiter[] = ['\t', ';', ',', ' '];
/** Lines that decide; enough to outvote a header and a few damaged ones. */
const sampleLines = 50;

/**
 * Takes the delimiter under which the most lines have the same number (two or more) of fields that are all numeric or
 * empty, then the most lines of one width. A file that none divides has one column. A
 * width of `maximumWidth` + 1 stands for any that is too large.
 */
export function detectDelimiter(text: string, maximumWidth: number): { delimiter: Delimiter; width: number } {
  const lines: string[] = [];
  for (const line of new TextLines(text)) {
    if (line.text.trim() !== '') lines.push(line.text);
    if (lines.length === sampleLines) break;
  }
  let best: { delimiter: Delimiter; width: number } = { delimiter: ',', width: 1 };
  let bestNumeric = 0;
  let bestLines = 0;
  for (const delimiter of delimiters) {
    const rows = lines.map((line) => splitFields(line, delimiter, maximumWidth));
    const width = mostFrequent(rows.map((row) => row.length));
    if (width < 2) continue;
    const even = rows.filter((row) => row.length === width);
    const numeric = even.filter((row) => row.every((field) => isNumericOrEmpty(field, delimiter))).length;
    if (numeric > bestNumeric || (numeric === bestNumeric && even.length > bestLines)) {
      best = { delimiter, width };
      bestNumeric = numeric;
      bestLines = even.length;
    }
  }
  return best;
}

/** At most `maximumFields` + 1 fields: one too many says that the line is too wide, whatever its length. */
export function splitFields(line: string, delimiter: Delimiter, maximumFields: number): string[] {
  const text = delimiter === ' ' ? line.trim() : line;
  const fields: string[] = [];
  let at = 0;
  while (fields.length <= maximumFields) {
    const start = afterSpaces(text, at);
    const [field, next] =
      text[start] === '"' ? quotedField(text, start, delimiter) : plainField(text, at, delimiter);
    fields.push(field);
    if (next >= text.length) break;
    at = delimiter === ' ' ? afterBlanks(text, next) : next + 1;
  }
  return fields;
}

/** The field that starts at `at`, and where its delimiter (or the end of the line) is. */
function plainField(line: string, at: number, delimiter: Delimiter): [field: string, next: number] {
  const next = nextDelimiter(line, at, delimiter);
  return [line.slice(at, next), next];
}

/** `""` inside quotes is one quote; what stands between the closing quote and the delimiter belongs to the field. */
function quotedField(line: string, at: number, delimiter: Delimiter): [field: string, next: number] {
  let close = line.indexOf('"', at + 1);
  while (close >= 0 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
  if (close < 0) return [line.slice(at + 1).replaceAll('""', '"'), line.length];
  const next = nextDelimiter(line, close + 1, delimiter);
  return [line.slice(at + 1, close).replaceAll('""', '"') + line.slice(close + 1, next), next];
}

function nextDelimiter(line: string, from: number, delimiter: Delimiter): number {
  if (delimiter !== ' ') {
    const next = line.indexOf(delimiter, from);
    return next < 0 ? line.length : next;
  }
  let at = from;
  while (at < line.length && !isBlank(line[at])) at++;
  return at;
}

function afterSpaces(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at++;
  return at;
}

function afterBlanks(line: string, from: number): number {
  let at = from;
  while (at < line.length && isBlank(line[at])) at++;
  return at;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isNumericOrEmpty(field: string, delimiter: Delimiter): boolean {
  return field.trim() === '' || parseNumber(field, delimiter === ';') !== undefined;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
