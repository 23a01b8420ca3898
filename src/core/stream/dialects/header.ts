/** A row of column names: `aX,aY,aZ`, labels without values: `L1:⇥L2:`, or the first line of a recording. */
import { RECORDED_TIME } from '../deviceClock';
import { isDigit, parseNumber } from '../numbers';
import { recordedFields, unescapeText } from '../recordedFields';
import type { HeaderLine } from '../verdict';
import { isLabel } from './labels';

const MAX_NAME_LENGTH = 32;
const MAX_WORDS = 3;

export function parseHeaderLine(line: string): HeaderLine | undefined {
  return parseLabelsOnly(line) ?? parseDelimitedHeader(line);
}

/** @returns the header that these fields are, if every one is a name and there are two at least */
export function parseHeader(fields: readonly string[]): HeaderLine | undefined {
  if (fields.length < 2) return undefined;
  const names: string[] = [];
  for (const field of fields) {
    const name = unquoted(field.trim());
    if (!isName(name)) return undefined;
    names.push(name);
  }
  return headerOf(names);
}

/** Our own recordings have names of any kind: numbers, sentences, some between quotes because of a comma. */
export function parseRecordedHeader(line: string): HeaderLine | undefined {
  if (!line.startsWith(`${RECORDED_TIME},`)) return undefined;
  const names = recordedFields(line).map(unescapeText);
  return names.includes('') ? undefined : headerOf(names);
}

function headerOf(names: readonly string[]): HeaderLine {
  return { kind: 'header', names: distinctNames(names) };
}

/** Each column has a name of its own, or one would be drawn in the place of the other. */
export function distinctNames(names: readonly string[]): readonly string[] {
  return names.map((name, place) => (names.indexOf(name) < place ? `${name} (${place + 1})` : name));
}

function parseDelimitedHeader(line: string): HeaderLine | undefined {
  const delimiter = Array.from('\t;,').find((candidate) => line.includes(candidate));
  return delimiter === undefined ? undefined : parseHeader(line.split(delimiter));
}

/** Arduino IDE 1 reads `L1:` without a value as the name of a column. */
function parseLabelsOnly(line: string): HeaderLine | undefined {
  if (!line.trimEnd().endsWith(':')) return undefined;
  const tokens = line.split(/[\t ,]/).filter((token) => token !== '');
  if (tokens.length < 2 || !tokens.every((token) => token.endsWith(':'))) return undefined;
  return parseHeader(tokens.map((token) => token.slice(0, -1)));
}

function isName(text: string): boolean {
  if (text.length === 0 || text.length > MAX_NAME_LENGTH || isDigit(text.charCodeAt(0))) return false;
  const last = text.charAt(text.length - 1);
  if (last === '.' || !isLabel(text, 0, text.length) || parseNumber(text) !== undefined) return false;
  return text.split(' ').length <= MAX_WORDS;
}

function unquoted(text: string): string {
  return text.length > 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
