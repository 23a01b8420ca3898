/** Fields between delimiters, read as numbers: what CSV lines and lists in brackets share. */
import { sentence } from '../../../../l10n/sentences';
import { parseDecimalComma, parseNumber } from '../numbers';
import { rejected, type Cell, type RejectedLine } from '../verdict';
import { excerpt } from './pairs';

/** More columns are no measurement. */
export const MAX_FIELDS = 1024;

export interface Fields {
  readonly values: readonly Cell[];
  /** Fields that are numbers, and fields that are neither numbers nor empty. */
  readonly numbers: number;
  readonly words: number;
  /** Index of the first field that is neither. */
  readonly firstWord: number;
}

/** Reads each text as a number; an empty one is a gap. */
export function readFields(texts: readonly string[], decimalComma: boolean): Fields {
  const values: Cell[] = [];
  let numbers = 0;
  let words = 0;
  let firstWord = -1;
  for (const [index, raw] of texts.entries()) {
    const text = raw.trim();
    const value = text === '' ? null : decimalComma ? parseDecimalComma(text) : parseNumber(text);
    values.push(value ?? null);
    if (value === undefined) {
      words++;
      if (firstWord < 0) firstWord = index;
    } else if (value !== null) numbers++;
  }
  return { values, numbers, words, firstWord };
}

/** A row of numbers with a slip in it, as against a sentence with numbers in it. */
export function isAlmostNumbers({ numbers, words, values }: Fields): boolean {
  return numbers > words || (numbers === words && numbers > 0 && values[0] !== null);
}

export function rejectField(texts: readonly string[], index: number): RejectedLine {
  return rejected(sentence('stream.fieldNotNumber', { field: index + 1, text: excerpt(texts[index] ?? '') }));
}
