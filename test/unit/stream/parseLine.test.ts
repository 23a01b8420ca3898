import { describe, expect, it } from 'vitest';
import { formatSentence } from '../../../l10n/sentences';
import { en } from '../../../l10n/en/index';
import { AUTO } from '../../../src/core/stream/format';
import { parseLine } from '../../../src/core/stream/parseLine';
import type { LineVerdict, NamedSample, Sample } from '../../../src/core/stream/verdict';
import { CORPUS } from './corpus';

const json = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'number' && !Number.isFinite(item) ? String(item) : item,
  );

/** A verdict in the notation of the corpus. */
function notation(verdict: LineVerdict): string {
  switch (verdict.kind) {
    case 'text':
      return verdict.log === undefined ? 'text' : `log "${verdict.log}"`;
    case 'header':
      return `header ${json(verdict.names)}`;
    case 'reject':
      return `reject: ${formatSentence(verdict.reason, en, 'en')}`;
    case 'data':
      return sampleNotation(verdict.sample);
  }
}

function sampleNotation(sample: Sample): string {
  switch (sample.shape) {
    case 'list':
      return json(sample.values);
    case 'named':
      return sample.names
        .map((name, index) => `${name}=${json(sample.values[index])} ${sample.units?.[index] ?? ''}`.trim())
        .join(' ');
    case 'series':
      return [
        `${sample.name}=${json(sample.values)}`,
        sample.xs && `x=${json(sample.xs)}`,
        sample.timesS && `t=${json(sample.timesS)}`,
        sample.unit,
        sample.widget && `widget ${sample.widget}`,
        sample.flags.length > 0 && `[${sample.flags.join(',')}]`,
      ]
        .filter((part) => part)
        .join(' ');
  }
}

function teleplotNotation(verdict: LineVerdict, line: string): string {
  if (verdict.kind === 'text') return verdict.log === line ? 'log' : '-';
  if (verdict.kind !== 'data' || verdict.sample.shape !== 'series') return 'neither';
  const { name, values, xs, timesS, unit, widget, flags } = verdict.sample;
  return [
    `PLOT ${name}=${json(values)}`,
    timesS && !flags.includes('xy') && `t=${timesS.join(',')}`,
    flags.includes('xy') && 'xy',
    xs && `x=${json(xs)}`,
    unit && `unit=${unit}`,
    widget && `widget=${widget}`,
    flags.includes('t') && 'text',
  ]
    .filter((part) => part)
    .join(' ');
}

function named(line: string): NamedSample {
  const verdict = parseLine(line, AUTO);
  if (verdict.kind !== 'data' || verdict.sample.shape !== 'named')
    throw new Error(`${line}: ${notation(verdict)}`);
  return verdict.sample;
}

describe('the conformance corpus', () => {
  it.each(CORPUS)('row $row: "$line" is $ours', ({ line, ours }) => {
    expect(notation(parseLine(line, AUTO))).toBe(ours);
  });

  it.each(CORPUS)('row $row locked to Arduino: $arduino', ({ line, arduino }) => {
    const verdict = parseLine(line, { kind: 'arduino' });
    if (verdict.kind !== 'data' || verdict.sample.shape !== 'named') throw new Error(verdict.kind);
    const { names, values } = verdict.sample;
    const series = Object.fromEntries(names.map((name, index) => [name, values[index]]));
    expect(JSON.parse(json(series))).toStrictEqual(JSON.parse(arduino));
  });

  it.each(CORPUS)('row $row locked to Teleplot: $teleplot', ({ line, teleplot }) => {
    expect(teleplotNotation(parseLine(line, { kind: 'teleplot' }), line)).toBe(teleplot);
  });
});

describe('lines beyond the corpus', () => {
  const cases: readonly (readonly [line: string, notation: string])[] = [
    ['1,5;2,7', '[1.5,2.7]'],
    ['  1.5 ,  2 ', '[1.5,2]'],
    ['1,2,', '[1,2,null]'],
    ['\t1\t2', '[null,1,2]'],
    ['42', '[42]'],
    ['-.5e-2 +3. -0x1F -inf ovf', '[-0.005,3,-31,"-Infinity","Infinity"]'],
    ['(1,)', '[1]'],
    ['[1 2 3]', '[1,2,3]'],
    ['$12 34 -5.6;', '[12,34,-5.6]'],
    ['{"acc":{"x":1,"y":{"z":-2}},"name":"b","ok":true}', 'acc.x=1 acc.y.z=-2'],
    ['{"x": NaN, "y": -Infinity, "s": "NaN \\" inf"}', 'x="NaN" y="-Infinity"'],
    ['{"x":1,', 'reject: the line begins like a JSON object but is not a whole one'],
    ['{hello}', 'text'],
    ['acc: 0.1, 0.2, 9.8', 'acc[0]=0.1 acc[1]=0.2 acc[2]=9.8'],
    ['acc: [0.1, 0.2]', 'acc[0]=0.1 acc[1]=0.2'],
    ['temp: 25.7 C, hum: 40 %', 'temp=25.7 C hum=40 %'],
    ['temp: 25 C hum: 40 %', 'temp=25 C hum=40 %'],
    ['Sensor 1: 23 Sensor 2: 24', 'Sensor 1=23 Sensor 2=24'],
    ['    anomaly score: 0.012', 'anomaly score=0.012'],
    ['a:9.81 m/s2', 'a=9.81 m/s2'],
    ['\x1b[0;32mI (481) main: x: 1, y: 2\x1b[0m', 'x=1 y=2'],
    ['[  1481][I][main.cpp:12] loop(): x=1', 'x=1'],
    ['progress 10%\rx:1', 'x=1'],
    ['x:1,x:2', 'reject: the label "x" stands twice in the line'],
    ['x: 1, state: RUN', 'text'],
    ['IP: 192.168.1.1', 'text'],
    ['MAC: 3c:71:bf:00:00:01', 'text'],
    ['mode:DIO, clock div:1', 'text'],
    ['configsip: 0, SPIWP:0xee', 'text'],
    ['clk_drv:0x00,q_drv:0x00,d_drv:0x00', 'text'],
    ['entry 0x400805e4', 'text'],
    ['ets Jun  8 2016 00:22:57', 'text'],
    [' ets Jan  8 2013,rst cause:2, boot mode:(3,6)', 'text'],
    ['>>> ', 'text'],
    ['>x:12abc', 'reject: the value "12abc" of "x" is not a number'],
    ['>x:1|text', 'reject: the flags "text" are not known: Teleplot has t, xy, np, clr and g'],
    ['>x:1.2, y:3.4', 'x=1.2 y=3.4'],
    ['>x:1\ufffdrad', 'x=[1] rad'],
    ['>3D|cube:S:cube', 'text'],
    ['[INFO] ready', 'text'],
    ['12 apples', 'text'],
    [',,', 'text'],
    ['', 'text'],
    ['timestamp,accX,accY,accZ', 'header ["timestamp","accX","accY","accZ"]'],
  ];
  it.each(cases)('"%s" is %s', (line, expected) => {
    expect(notation(parseLine(line, AUTO))).toBe(expected);
  });

  it('keeps the time of a log prefix', () => {
    expect(parseLine('I (481) main: x:1', AUTO)).toMatchObject({ kind: 'data', logMs: 481 });
    expect(parseLine('[  1481][I][main.cpp:12] loop(): x=1', AUTO)).toMatchObject({
      kind: 'data',
      logMs: 1481,
    });
  });

  it('gives the times of a Predictions line beside its text', () => {
    const verdict = parseLine('Predictions (DSP: 12 ms., Classification: 3 ms., Anomaly: 0 ms.): ', AUTO);
    expect(verdict).toMatchObject({
      kind: 'text',
      timings: { names: ['DSP ms', 'Classification ms', 'Anomaly ms'], values: [12, 3, 0] },
    });
  });

  it('takes __proto__ for a name like any other', () => {
    expect(named('__proto__:1, constructor:2').names).toEqual(['__proto__', 'constructor']);
  });

  it('reads a locked CSV by its delimiter only', () => {
    const colons = { kind: 'csv', delimiter: ':', decimalComma: false } as const;
    expect(notation(parseLine('12:30:45', colons))).toBe('[12,30,45]');
    expect(notation(parseLine('12:x:45', colons))).toBe('reject: field 2 "x" is not a number');
    expect(notation(parseLine('a:b', colons))).toBe('header ["a","b"]');
    expect(notation(parseLine('1,5;2', { kind: 'csv', delimiter: ';', decimalComma: true }))).toBe('[1.5,2]');
  });
});
