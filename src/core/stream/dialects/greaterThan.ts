/** Lines that begin with `>`: badlogic's serial-plotter (`>x:1.2,y:3.4`) and Teleplot, strictly read. */
import { sentence, type Sentence } from '../../../../l10n/sentences';
import { parseNumber } from '../numbers';
import { PLAIN_TEXT, rejected, type LineVerdict, type TeleplotFlag } from '../verdict';
import { isLabel } from './labels';
import { excerpt, nextMark, pairsVerdict, scanPairs, trimmedEnd } from './pairs';
import { cutTelegram, seriesSample, TELEPLOT_FLAGS, type Point } from './telegram';

export function parseGreaterThan(line: string): LineVerdict | undefined {
  if (!line.startsWith('>')) return undefined;
  const body = line.slice(1);
  const colon = body.indexOf(':');
  const isPrompt = body.startsWith('>') || body.startsWith('|') || body.startsWith('3D|');
  if (colon < 0 || isPrompt || body.startsWith('statsd')) return PLAIN_TEXT;
  if (isLogStamp(body, colon)) return { kind: 'text', log: body.slice(colon + 1) };
  const verdict = hasSecondLabel(body, colon) ? parseBadlogic(body) : parseTelegram(body);
  return verdict.kind === 'reject' && body.startsWith(' ') ? PLAIN_TEXT : verdict;
}

/** `>:text` and `>1627551892437:text` are Teleplot's log lines. */
function isLogStamp(body: string, colon: number): boolean {
  const stamp = body.slice(0, colon).trim();
  return stamp === '' || (stamp.length < 20 && /^\d+$/.test(stamp));
}

/** A label behind a comma behind the first value: Teleplot would read `>x:1.2,y:3.4` as x = 3.4 at 1.2 ms. */
function hasSecondLabel(body: string, colon: number): boolean {
  const comma = body.indexOf(',', colon + 1);
  if (comma < 0 || body.includes('|')) return false;
  const mark = nextMark(body, comma + 1);
  return mark > 0 && isLabel(body, comma + 1, trimmedEnd(body, comma + 1, mark));
}

function parseBadlogic(body: string): LineVerdict {
  const found = scanPairs(body, 0);
  return found.kind === 'pairs' ? pairsVerdict(found, 'badlogic') : rejected(found.reason);
}

function parseTelegram(body: string): LineVerdict {
  const telegram = cutTelegram(body);
  if (!telegram) return PLAIN_TEXT;
  const flags = readFlags(telegram.flags);
  if (!flags) return rejected(sentence('stream.flagUnknown', { flags: excerpt(telegram.flags) }));
  const name = telegram.name.trim();
  const points: Point[] = [];
  for (const parts of telegram.points) {
    const point = flags.includes('t') ? textPoint(parts) : numericPoint(parts, flags.includes('xy'));
    if (!point) return rejected(badValue(name, parts));
    points.push(point);
  }
  if (points.length === 0) return rejected(badValue(name, []));
  return { kind: 'data', dialect: 'teleplot', sample: { ...seriesSample(telegram, points, flags), name } };
}

function badValue(label: string, parts: readonly string[]): Sentence {
  return sentence('stream.valueNotNumber', { label, text: excerpt(parts.join(':')) });
}

function numericPoint(parts: readonly string[], xy: boolean): Point | undefined {
  const numbers: number[] = [];
  for (const part of parts) {
    const value = parseNumber(part.trim());
    if (value === undefined) return undefined;
    numbers.push(value);
  }
  const [first, second, third] = numbers;
  if (first === undefined || numbers.length > 3) return undefined;
  if (second === undefined) return { value: first };
  if (third !== undefined) return { x: first, value: second, timeS: third / 1000 };
  return xy ? { x: first, value: second } : { timeS: first / 1000, value: second };
}

function textPoint(parts: readonly string[]): Point {
  const [first = '', ...rest] = parts;
  const stamp = rest.length > 0 ? parseNumber(first.trim()) : undefined;
  return stamp === undefined ? { value: parts.join(':') } : { value: rest.join(':'), timeS: stamp / 1000 };
}

/** `xy`, `xy,clr`, `npt`; undefined when something else stands there: Teleplot itself would see a `t` in `|text`. */
function readFlags(text: string): readonly TeleplotFlag[] | undefined {
  const found: TeleplotFlag[] = [];
  let at = 0;
  while (at < text.length) {
    const flag = TELEPLOT_FLAGS.find((known) => text.startsWith(known, at));
    if (flag) found.push(flag);
    else if (!', ;'.includes(text.charAt(at))) return undefined;
    at += flag?.length ?? 1;
  }
  return found.length > TELEPLOT_FLAGS.length ? undefined : found;
}
