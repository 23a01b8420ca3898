/**
 * Texts of a board as fields of a CSV file, and back: what was written is read as the same text, so that a recording which
 * is replayed and recorded again is the same file.
 *
 * What a spreadsheet would run as a formula (a field that begins with `=`, `+`, `-`, `@`, also behind blanks) gets an
 * apostrophe in front; quotes and separators are quoted (RFC 4180).
 */
import { parseNumber } from './numbers';

export interface RecordedField {
  readonly text: string;
  readonly isQuoted: boolean;
}

export function escapeText(text: string): string {
  const harmless = harmlessText(text);
  return /[",;\t]|^\s|\s$/.test(harmless) ? quoted(harmless) : harmless;
}

/** As `escapeText`, and between quotes also where it would be read as a number or as no value at all. */
export function escapeTextValue(text: string): string {
  const harmless = harmlessText(text);
  const isMistakable = harmless === '' || parseNumber(harmless) !== undefined;
  return isMistakable ? quoted(harmless) : escapeText(text);
}

/** The text that a field stands for. */
export function unescapeText({ text }: RecordedField): string {
  return isMarked(text) ? text.slice(1) : text;
}

/** Fields between commas. Blanks around those without quotes are nobody's. */
export function recordedFields(line: string): readonly RecordedField[] {
  const fields: RecordedField[] = [];
  let text = '';
  let [isQuoted, isInside] = [false, false];
  const finish = (): void => {
    fields.push({ text: isQuoted ? text : text.trim(), isQuoted });
    text = '';
    isQuoted = false;
  };
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '"' && isInside && line.charAt(at + 1) === '"') text += line.charAt(at++);
    else if (character === '"') {
      isQuoted ||= text === '';
      isInside = !isInside;
    } else if (character === ',' && !isInside) finish();
    else text += character;
  }
  finish();
  return fields;
}

function harmlessText(text: string): string {
  const oneLine = text.replace(/[\r\n]+/g, ' ');
  return isFormula(oneLine) || isMarked(oneLine) ? `'${oneLine}` : oneLine;
}

function isFormula(text: string): boolean {
  return /^[\s\0]*[=+\-@]/.test(text);
}

/** Has an apostrophe in front, or begins as if it had: then it gets one more, or its own would be taken away. */
function isMarked(text: string): boolean {
  return /^'+[\s\0]*[=+\-@]/.test(text);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
