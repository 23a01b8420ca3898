/** `(1, 2, 3)` and `(1,)` from Python, `[0.1, 0.9]`, `$1 2 3;`, `m-results-[0.1,0.9]`, `acc: 0.1, 0.2, 9.8`. */
import { listData, namedData, type DialectName, type LineVerdict } from '../verdict';
import { isAlmostNumbers, MAX_FIELDS, readFields, rejectField } from './fields';
import { isLabel } from './labels';
import { nextMark, skipBlanks, trimmedEnd } from './pairs';

const RESULTS = 'm-results-[';

export function parseBracketList(line: string): LineVerdict | undefined {
  const open = line.charAt(0);
  const close = open === '(' ? ')' : open === '[' ? ']' : '';
  if (close === '' || line.length < 3 || !line.endsWith(close)) return undefined;
  return parseList('list', line.slice(1, -1));
}

/** CieNTi's frame: `$`, values, `;`. */
export function parseDollar(line: string): LineVerdict | undefined {
  if (!line.startsWith('$') || !line.endsWith(';')) return undefined;
  return parseList('dollar', line.slice(1, -1));
}

/** The class scores that MLPerf Tiny's runner prints. */
export function parseResults(line: string): LineVerdict | undefined {
  if (!line.startsWith(RESULTS) || !line.endsWith(']')) return undefined;
  return indexed('results', parseList('results', line.slice(RESULTS.length, -1)));
}

/** One label, several values: `acc: 0.1, 0.2, 9.8` gives acc[0], acc[1], acc[2]. */
export function parseLabelledList(line: string): LineVerdict | undefined {
  const mark = nextMark(line, 0);
  const labelEnd = mark < 0 ? -1 : trimmedEnd(line, 0, mark);
  if (mark < 0 || !isLabel(line, 0, labelEnd)) return undefined;
  const from = skipBlanks(line, mark + 1);
  const rest = line.slice(from);
  const bracketed = parseBracketList(rest);
  const verdict = bracketed ?? parseList('labelledList', rest);
  if (verdict?.kind !== 'data' || verdict.sample.shape !== 'list') return undefined;
  return indexed(line.slice(0, labelEnd), verdict, 'labelledList');
}

function indexed(
  label: string,
  verdict: LineVerdict | undefined,
  dialect: DialectName = 'results',
): LineVerdict | undefined {
  if (verdict?.kind !== 'data' || verdict.sample.shape !== 'list') return verdict;
  const { values } = verdict.sample;
  return namedData(
    dialect,
    values.map((_, index) => `${label}[${index}]`),
    values,
  );
}

function parseList(dialect: DialectName, inside: string): LineVerdict | undefined {
  const texts = cut(inside);
  if (texts.length === 0 || texts.length > MAX_FIELDS) return undefined;
  const fields = readFields(texts, false);
  if (fields.words > 0) return isAlmostNumbers(fields) ? rejectField(texts, fields.firstWord) : undefined;
  return fields.numbers === 0 ? undefined : listData(dialect, fields.values);
}

/** At commas or semicolons, else at blanks. A tuple of one, `(1,)`, ends with a comma. */
function cut(inside: string): readonly string[] {
  const delimiter = inside.includes(',') ? ',' : inside.includes(';') ? ';' : undefined;
  if (delimiter === undefined) return inside.split(/[ \t]/).filter((text) => text !== '');
  const texts = inside.split(delimiter);
  if (texts.at(-1)?.trim() === '') texts.pop();
  return texts;
}
