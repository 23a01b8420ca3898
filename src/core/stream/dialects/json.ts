/** A JSON object on one line: every numeric leaf is a value, named by its path with dots. */
import { sentence } from '../../../../l10n/sentences';
import { namedData, PLAIN_TEXT, rejected, type LineVerdict } from '../verdict';

const MAX_DEPTH = 16;
const MAX_LEAVES = 1024;
/** Python's json.dumps and many sketches write these bare, which JSON does not know. */
const BARE_WORDS: readonly (readonly [word: string, value: number])[] = [
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['NaN', Number.NaN],
  ['-inf', Number.NEGATIVE_INFINITY],
  ['inf', Number.POSITIVE_INFINITY],
  ['nan', Number.NaN],
];
/** No device prints this character, so a string that starts with it is one of the words above. */
const MARK = '\u{F8FF}';

export function parseJson(line: string): LineVerdict | undefined {
  if (!line.startsWith('{')) return undefined;
  const second = line.slice(1).trimStart().charAt(0);
  if (second !== '"') return undefined;
  const parsed = tryParse(line) ?? tryParse(quoteBareWords(line));
  if (parsed === undefined) return rejected(sentence('stream.jsonBroken'));
  const names: string[] = [];
  const values: number[] = [];
  collect(parsed.value, '', 0, names, values);
  return names.length === 0 ? PLAIN_TEXT : namedData('json', names, values);
}

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function collect(value: unknown, path: string, depth: number, names: string[], values: number[]): void {
  if (names.length >= MAX_LEAVES) return;
  const leaf = numericLeaf(value);
  if (leaf !== undefined) {
    names.push(path);
    values.push(leaf);
  } else if (typeof value === 'object' && value !== null && depth < MAX_DEPTH) {
    for (const [key, child] of Object.entries(value)) {
      collect(child, path === '' ? key : `${path}.${key}`, depth + 1, names, values);
    }
  }
}

function numericLeaf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !value.startsWith(MARK)) return undefined;
  return BARE_WORDS.find(([word]) => word === value.slice(MARK.length))?.[1];
}

/** Puts NaN and infinities that stand outside strings between quotes, behind the mark. One pass. */
function quoteBareWords(text: string): string {
  let out = '';
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (inString) {
      if (character === '\\') out += text.charAt(at++);
      else if (character === '"') inString = false;
    } else if (character === '"') {
      inString = true;
    } else {
      const found = BARE_WORDS.find(([word]) => text.startsWith(word, at));
      if (found) {
        out += `"${MARK}${found[0]}"`;
        at += found[0].length - 1;
        continue;
      }
    }
    out += text.charAt(at);
  }
  return out;
}
