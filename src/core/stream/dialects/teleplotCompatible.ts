/**
 * As Teleplot reads a serial line, leniently: a line that begins with `>` is a variable, any other a log; values are what
 * `parseFloat` makes of them; flags are looked for as parts of a text. For boards whose output was made to suit it.
 */
import { PLAIN_TEXT, type LineVerdict, type TeleplotFlag } from '../verdict';
import { cutTelegram, seriesSample, TELEPLOT_FLAGS, type Point } from './telegram';

export function parseTeleplotCompatible(raw: string): LineVerdict {
  const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  if (!line.startsWith('>')) return { kind: 'text', log: line };
  const body = line.slice(1);
  const telegram = cutTelegram(body);
  if (!telegram || telegram.name.startsWith('statsd') || body.startsWith('3D|')) return PLAIN_TEXT;
  const flags = TELEPLOT_FLAGS.filter((flag) => telegram.flags.includes(flag));
  const points = telegram.points.map((parts) => lenientPoint(parts, flags));
  if (points.length === 0) return PLAIN_TEXT;
  return { kind: 'data', dialect: 'teleplot', sample: seriesSample(telegram, points, flags) };
}

function lenientPoint(parts: readonly string[], flags: readonly TeleplotFlag[]): Point {
  const [first = '', second, third] = parts;
  const read = (text: string): number | string => (flags.includes('t') ? text : parseFloat(text));
  if (second === undefined) return { value: read(first) };
  if (third !== undefined)
    return { x: parseFloat(first), value: read(second), timeS: parseFloat(third) / 1000 };
  return flags.includes('xy')
    ? { x: parseFloat(first), value: read(second) }
    : { timeS: parseFloat(first) / 1000, value: read(second) };
}
