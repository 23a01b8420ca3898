/** Where in a source line a finding about an array belongs. Without VS Code, so that it can be tested. */
import type { CArray } from '../../core/source/cArrays';

/** Characters of one line; lines count from 0. */
export interface LineRange {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The array's name. */
export function nameRange({ name, line }: CArray, lineText: string): LineRange {
  return rangeOf(lineText, line - 1, name) ?? wholeLine(lineText, line - 1);
}

/** The number that says how long the array is; its variable's name where the number stands on another line. */
export function lengthRange(array: CArray, lineText: string): LineRange {
  const { name, line } = array.length ?? array;
  const found = rangeOf(lineText, line - 1, name);
  if (!found) return wholeLine(lineText, line - 1);
  const value = /^\s*=\s*([^;\s]+)/.exec(lineText.slice(found.end));
  if (!value?.[1]) return found;
  const start = found.end + value[0].length - value[1].length;
  return { line: line - 1, start, end: start + value[1].length };
}

function rangeOf(lineText: string, line: number, word: string): LineRange | undefined {
  // Names are C identifiers: nothing in them means something else in a pattern, but for a `$` that compilers accept.
  const found = new RegExp(`(?<![\\w$])${word.replaceAll('$', '\\$')}(?![\\w$])`).exec(lineText);
  return found ? { line, start: found.index, end: found.index + word.length } : undefined;
}

function wholeLine(lineText: string, line: number): LineRange {
  return { line, start: 0, end: lineText.length };
}
