/**
 * A regular expression that a user wrote, run on every line a board prints: it must not be able to hang the monitor.
 *
 * JavaScript's engine backtracks. Repeats of groups, look-arounds and back references are refused. What is left takes at
 * most (choices) x (length of the line) ^ (open repeats + 1) steps, so the more of these a pattern has, the fewer
 * characters of a line it is shown; where too few would be left, it is refused as well.
 */
import { problem } from '../problem';

const MAX_PATTERN_CHARACTERS = 200;
const MAX_LINE_CHARACTERS = 4096;
const MIN_LINE_CHARACTERS = 50;
/** About 20 ms. */
const MAX_STEPS = 1e7;

export interface SafePattern {
  /** Of longer lines only so many characters are looked at. */
  readonly lineCharacters: number;
  matches(text: string): boolean;
}

/** @throws Problem when it is no regular expression, or one that could take forever */
export function safePattern(pattern: string): SafePattern {
  if (pattern.length > MAX_PATTERN_CHARACTERS) {
    const shown = `${pattern.slice(0, 40)}…`;
    throw problem('stream.patternTooLong', { pattern: shown, limit: MAX_PATTERN_CHARACTERS });
  }
  const expression = compile(pattern);
  const cost = costOf(pattern);
  const steps = cost ? (MAX_STEPS / 2 ** cost.choices) ** (1 / (cost.repeats + 1)) : 0;
  const lineCharacters = Math.min(MAX_LINE_CHARACTERS, Math.floor(steps));
  if (lineCharacters < MIN_LINE_CHARACTERS) throw problem('stream.patternTooSlow', { pattern });
  return {
    lineCharacters,
    matches: (text) => expression.test(text.length > lineCharacters ? text.slice(0, lineCharacters) : text),
  };
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    throw problem('stream.patternSyntax', { pattern });
  }
}

interface Cost {
  /** `*`, `+`, `{n,m}`. */
  readonly repeats: number;
  /** Places where the engine may go one of two ways without taking more of the line. */
  readonly choices: number;
}

/** Undefined when the pattern has something that is refused whatever the rest is. */
function costOf(pattern: string): Cost | undefined {
  let repeats = 0;
  let choices = 0;
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '\\') {
      const escaped = pattern.charAt(++at);
      if ((escaped >= '1' && escaped <= '9') || escaped === 'k') return undefined;
      // A property or code point has braces that repeat nothing.
      if ('pPu'.includes(escaped) && pattern.charAt(at + 1) === '{') at = pattern.indexOf('}', at);
    } else if (inClass) {
      inClass = character !== ']';
    } else if (character === '[') {
      inClass = true;
    } else if (character === '(') {
      depth++;
      const opening = pattern.slice(at, at + 4);
      if (/^\(\?(?:[=!]|<[=!])/.test(opening)) return undefined;
      if (opening.startsWith('(?')) at++;
    } else if (character === ')') {
      depth--;
    } else if (character === '|') {
      if (depth > 0) choices++;
    } else if ('*+{'.includes(character)) {
      if (pattern.charAt(at - 1) === ')') return undefined;
      repeats++;
    } else if (character === '?' && !'*+}'.includes(pattern.charAt(at - 1))) {
      choices++;
    }
  }
  return { repeats, choices };
}
