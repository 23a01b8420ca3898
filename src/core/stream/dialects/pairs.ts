/**
 * `x:1.2, y:3.4`, `x=1.2 y=3.4`, `Sensor 1: 23`, `temp:25.7C`: labels with `:` or `=`, an optional unit behind each value,
 * and nothing else in the line. One scan from left to right.
 */
import { sentence, type Sentence } from '../../../../l10n/sentences';
import { NumberScanner } from '../numbers';
import { namedData, rejected, type LineVerdict } from '../verdict';
import { isKnownUnit, isLabel, isUnit } from './labels';

const scanner = new NumberScanner();

export function parsePairs(line: string): LineVerdict | undefined {
  const mark = nextMark(line, 0);
  if (mark < 0 || !isLabel(line, 0, trimmedEnd(line, 0, mark))) return undefined;
  const found = scanPairs(line, 0);
  if (found.kind === 'pairs') return pairsVerdict(found);
  return found.names.length > 0 && found.names.length === found.values.length
    ? { kind: 'text', nearMiss: { label: found.names[0] ?? '', reason: found.reason } }
    : undefined;
}

interface Pairs {
  readonly names: string[];
  readonly values: number[];
  readonly units: string[];
}

export type ScannedPairs =
  | ({ readonly kind: 'pairs' } & Pairs)
  /** What was read before the line turned out not to be pairs only. */
  | ({ readonly kind: 'residue'; readonly reason: Sentence } & Pairs);

export function pairsVerdict(pairs: Pairs, dialect: 'pairs' | 'badlogic' = 'pairs'): LineVerdict {
  const { names, values, units } = pairs;
  if (names.length > 1) {
    const seen = new Set<string>();
    for (const name of names) {
      if (seen.has(name)) return rejected(sentence('stream.labelTwice', { label: name }));
      seen.add(name);
    }
  }
  return namedData(dialect, names, values, units.some((unit) => unit !== '') ? units : undefined);
}

export function scanPairs(line: string, start: number): ScannedPairs {
  const names: string[] = [];
  const values: number[] = [];
  const units: string[] = [];
  const residue = (reason: Sentence): ScannedPairs => ({ kind: 'residue', names, values, units, reason });
  let at = skipBlanks(line, start);
  while (at < line.length) {
    const mark = nextMark(line, at);
    const labelEnd = mark < 0 ? -1 : trimmedEnd(line, at, mark);
    if (mark < 0 || !isLabel(line, at, labelEnd)) {
      return residue(sentence('stream.notAPair', { text: excerpt(line.slice(at)) }));
    }
    const label = line.slice(at, labelEnd);
    const valueFrom = skipBlanks(line, mark + 1);
    if (!scanner.scan(line, valueFrom, line.length)) {
      const text = excerpt(line.slice(valueFrom, tokenEnd(line, valueFrom)));
      return residue(sentence('stream.valueNotNumber', { label, text }));
    }
    const value = scanner.value;
    const attachedEnd = tokenEnd(line, scanner.end);
    let unit = line.slice(scanner.end, attachedEnd);
    if (unit !== '' && !isUnit(unit, 0, unit.length)) {
      return residue(
        sentence('stream.valueNotNumber', { label, text: excerpt(line.slice(valueFrom, attachedEnd)) }),
      );
    }
    at = skipBlanks(line, attachedEnd);
    if (unit === '' && at > attachedEnd) {
      const unitEnd = spacedUnitEnd(line, at);
      unit = line.slice(at, unitEnd);
      at = skipBlanks(line, unitEnd);
    }
    names.push(label);
    values.push(value);
    units.push(unit);
    if (at < line.length && isSeparator(line.charCodeAt(at))) at = skipBlanks(line, at + 1);
  }
  if (names.length === 0) return residue(sentence('stream.notAPair', { text: excerpt(line) }));
  return { kind: 'pairs', names, values, units };
}

/**
 * End of a unit written with a space (`25.7 C`), or `from` when what follows is the next label. In front of a further
 * label only units that everyone knows count, since any word might begin the label.
 */
function spacedUnitEnd(line: string, from: number): number {
  const end = tokenEnd(line, from);
  if (!isUnit(line, from, end)) return from;
  const next = skipBlanks(line, end);
  if (next >= line.length || isSeparator(line.charCodeAt(next))) return end;
  return isKnownUnit(line.slice(from, end)) && nextMark(line, next) > next ? end : from;
}

/** What is quoted of a line in a reason. */
export function excerpt(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 40 ? `${trimmed.slice(0, 39)}…` : trimmed;
}

/** Index of the next `:` or `=`, or -1. A comma, a semicolon or a quote cannot stand in a label, so the search ends there. */
export function nextMark(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x3a || code === 0x3d) return at;
    if (isSeparator(code)) return -1;
  }
  return -1;
}

export function skipBlanks(line: string, from: number): number {
  let at = from;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09) break;
    at++;
  }
  return at;
}

export function trimmedEnd(line: string, from: number, to: number): number {
  let end = to;
  while (end > from && (line.charCodeAt(end - 1) === 0x20 || line.charCodeAt(end - 1) === 0x09)) end--;
  return end;
}

/** `,`, `;` or `|`; blanks separate too, but may also stand beside one of these. */
function isSeparator(code: number): boolean {
  return code === 0x2c || code === 0x3b || code === 0x7c;
}

function tokenEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code === 0x20 || code === 0x09 || isSeparator(code)) break;
    at++;
  }
  return at;
}
