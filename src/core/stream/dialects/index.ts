/** The dialects in the order in which they are tried; the first that knows a line decides. */
import type { LineVerdict } from '../verdict';
import { parseBracketList, parseDollar, parseLabelledList, parseResults } from './bracketList';
import { parseCsv } from './csv';
import { parseGreaterThan } from './greaterThan';
import { parseHeaderLine, parseRecordedHeader } from './header';
import { parseJson } from './json';
import { parsePairs } from './pairs';
import { parsePredictions } from './predictions';
import type { TextLine } from '../verdict';

/** Undefined: not mine. The line comes without escape sequences, log prefix and surrounding spaces, and is not empty. */
export type Dialect = (line: string) => LineVerdict | undefined;

export const DIALECTS: readonly Dialect[] = [
  parseGreaterThan,
  parseDollar,
  parseJson,
  parseBracketList,
  parseResults,
  parsePredictions,
  parseLabelled,
  parseRecordedHeader,
  parseCsv,
  parseHeaderLine,
];

/** Pairs, else one label with several values, else what the pairs were a near miss of. */
function parseLabelled(line: string): LineVerdict | undefined {
  const pairs = parsePairs(line);
  if (pairs && pairs.kind !== 'text') return pairs;
  const list = parseLabelledList(line);
  if (list) return list;
  return pairs satisfies TextLine | undefined;
}
