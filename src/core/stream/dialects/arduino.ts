/**
 * As the plotter of Arduino IDE 2 reads a line, leniently: cut at commas, blanks and tabs; with a colon anywhere behind the
 * first character every part is `key:value`, else every part is a value; values are what `parseFloat` makes of them.
 */
import { PLAIN_TEXT, type LineVerdict } from '../verdict';
import { MAX_FIELDS } from './fields';

export function parseArduino(raw: string): LineVerdict {
  const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  const tokens = line.split(/[, \t]+/);
  if (line === '' || tokens.length > MAX_FIELDS) return PLAIN_TEXT;
  const series = line.indexOf(':') > 0 ? labelled(tokens) : numbered(tokens);
  return {
    kind: 'data',
    dialect: 'arduino',
    sample: { shape: 'named', names: [...series.keys()], values: [...series.values()] },
  };
}

function labelled(tokens: readonly string[]): ReadonlyMap<string, number> {
  const series = new Map<string, number>();
  for (const token of tokens) {
    const [key = '', value = ''] = token.split(':', 2).map((part) => part.trim());
    if (key !== '' && value !== '') series.set(key, parseFloat(value));
  }
  return series;
}

function numbered(tokens: readonly string[]): ReadonlyMap<string, number> {
  const series = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token !== '') series.set(`value ${index + 1}`, parseFloat(token));
  }
  return series;
}
