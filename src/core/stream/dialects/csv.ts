/** Numbers between tabs, semicolons, commas or spaces, and header rows. */
import { sentence } from '../../../../l10n/sentences';
import { NumberScanner } from '../numbers';
import { listData, PLAIN_TEXT, rejected, type DataLine, type LineVerdict } from '../verdict';
import { isAlmostNumbers, MAX_FIELDS, readFields, rejectField, type Fields } from './fields';
import { parseHeader, parseRecordedHeader } from './header';

const scanner = new NumberScanner();

/**
 * The everyday line (`1.23,4.56`) in one pass: digits and one kind of separator only. Anything that needs a second look
 * (spaces, gaps, decimal commas) is left to `parseCsv`, which gives the same answer for what this accepts.
 */
export function parsePlainCsv(line: string): DataLine | undefined {
  const first = line.charCodeAt(0);
  if (first > 0x39 || first < 0x2b) return undefined;
  const values: number[] = [];
  let at = 0;
  let separator = 0;
  for (;;) {
    if (!scanner.scan(line, at, line.length)) return undefined;
    values.push(scanner.value);
    at = scanner.end;
    if (at === line.length) break;
    const code = line.charCodeAt(at);
    if ((code !== 0x2c && code !== 0x09 && code !== 0x20) || (separator !== 0 && code !== separator))
      return undefined;
    separator = code;
    at++;
    if (code === 0x2c && line.charCodeAt(at) === 0x20) at++;
  }
  return values.length > MAX_FIELDS ? undefined : listData('csv', values);
}

export function parseCsv(line: string): LineVerdict | undefined {
  const delimiter = Array.from('\t;,').find((candidate) => line.includes(candidate));
  if (delimiter === undefined) return parseSpaced(line);
  const texts = line.split(delimiter);
  if (texts.length > MAX_FIELDS) return undefined;
  const decimalComma = delimiter === ';';
  const fields = readFields(texts, decimalComma);
  if (fields.words > 0) return isAlmostNumbers(fields) ? rejectField(texts, fields.firstWord) : undefined;
  return fields.numbers === 0 ? undefined : listData('csv', fields.values);
}

/** Several spaces are one separator. `12 apples` is a sentence, `1 2 abc` a row with a slip. */
function parseSpaced(line: string): LineVerdict | undefined {
  const texts = line.split(' ').filter((text) => text !== '');
  if (texts.length > MAX_FIELDS) return undefined;
  const fields = readFields(texts, false);
  if (fields.words === 0) return fields.numbers === 0 ? undefined : listData('csv', fields.values);
  const slip = fields.values[0] !== null && fields.numbers >= 2 && fields.words === 1;
  return slip ? rejectField(texts, fields.firstWord) : undefined;
}

/** With the format locked every line must be a row, a header or, when it has no number at all, text. */
export function parseDelimited(line: string, delimiter: string, decimalComma: boolean): LineVerdict {
  if (line === '') return PLAIN_TEXT;
  const recorded = delimiter === ',' ? parseRecordedHeader(line) : undefined;
  if (recorded) return recorded;
  const texts = delimiter === ' ' ? line.split(' ').filter((text) => text !== '') : line.split(delimiter);
  if (texts.length > MAX_FIELDS) return rejected(sentence('stream.tooManyFields', { fields: texts.length }));
  const fields = readFields(texts, decimalComma);
  if (fields.words === 0) return fields.numbers === 0 ? PLAIN_TEXT : listData('csv', fields.values);
  return delimitedWords(texts, fields);
}

function delimitedWords(texts: readonly string[], fields: Fields): LineVerdict {
  if (fields.numbers > 0) return rejectField(texts, fields.firstWord);
  return parseHeader(texts) ?? PLAIN_TEXT;
}
