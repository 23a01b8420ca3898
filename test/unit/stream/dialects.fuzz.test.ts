import { describe, expect, it } from 'vitest';
import { AUTO, type LineFormat } from '../../../src/core/stream/format';
import { styledRuns, stripAnsi } from '../../../src/core/stream/ansi';
import { parseLine } from '../../../src/core/stream/parseLine';
import { CORPUS } from './corpus';
import { milliseconds } from '../../processorTime';
import { fuzzedLines } from './fuzz';

const FORMATS: readonly LineFormat[] = [
  AUTO,
  { kind: 'arduino' },
  { kind: 'teleplot' },
  { kind: 'csv', delimiter: ',', decimalComma: false },
];

/** A million takes ten seconds: only where there is time. */
const fuzzed = process.env.TINYML_JUDGES === 'true' ? 1_000_000 : 100_000;

const parseMilliseconds = (line: string, format: LineFormat): number =>
  milliseconds(() => {
    parseLine(line, format);
  });

describe('fuzzed lines', () => {
  it('1,000,000 with the judges, else 100,000, take no more than 20 ms each and never throw', () => {
    let slowest = { ms: 0, line: '' };
    const seeds = CORPUS.map((row) => row.line);
    for (const line of fuzzedLines(seeds, fuzzed, 20_261_123)) {
      const ms = parseMilliseconds(line, AUTO);
      if (ms > slowest.ms) slowest = { ms, line };
    }
    console.log(`  ${String(fuzzed)} fuzzed lines: ${slowest.ms.toFixed(2)} ms for the slowest`);
    expect(slowest.ms, slowest.line.slice(0, 80)).toBeLessThan(20);
  }, 120_000);

  it.each([
    '(',
    '[',
    '{"',
    '$',
    '>',
    '>x:',
    'x:',
    'x=1 ',
    ',',
    ' ',
    '\t',
    '\x1b[',
    '\x1b]',
    'm-results-[',
    'I (1) a: ',
    '"\\',
    '-',
    '1e',
    '0x',
    '|',
    '\ufffd',
    '{"a":',
    '>x:1,y:',
    '[[',
  ])('4096 characters of "%s" take no more than 20 ms in any format', (piece) => {
    for (const tail of ['', 'x', ')', ']', '}', ';', '§', '|xy']) {
      const line = piece.repeat(Math.ceil(4096 / piece.length)).slice(0, 4095) + tail;
      const spaced = `${piece}${' '.repeat(4090)}${tail}`;
      for (const format of FORMATS) {
        for (const hostile of [line, spaced]) {
          parseLine(hostile, format);
          expect(parseMilliseconds(hostile, format)).toBeLessThan(20);
        }
      }
    }
  });

  it('plain and styled text agree for any cut of escape sequences', () => {
    for (const line of fuzzedLines(
      ['\x1b[1;31mred\x1b[0m plain \x1b[38;5;208mx\x1b]0;title\x07y\x1b[48;2;1;2;3mz'],
      5000,
      5,
    )) {
      expect(
        styledRuns(line)
          .runs.map((run) => run.text)
          .join(''),
      ).toBe(stripAnsi(line));
    }
  });
});

describe('escape sequences', () => {
  it('become styles that last until they are reset', () => {
    const first = styledRuns('a\x1b[1;31mb\x1b[38;5;208mc\x1b[48;2;1;2;255md');
    expect(first.runs).toEqual([
      { text: 'a', style: {} },
      { text: 'b', style: { bold: true, foreground: 1 } },
      { text: 'c', style: { bold: true, foreground: 208 } },
      { text: 'd', style: { bold: true, foreground: 208, background: '#0102ff' } },
    ]);
    expect(styledRuns('e\x1b[22;39;49mf', first.style).runs.at(-1)).toEqual({ text: 'f', style: {} });
  });
});
