import { describe, expect, it } from 'vitest';
import { escapeText } from '../../../src/core/stream/recordedFields';
import { cellText, headerText, Recording, recordingFileName } from '../../../src/core/stream/recording';
import { StreamSession } from '../../../src/core/stream/session';

const encoder = new TextEncoder();

/** Records what a session makes of these bytes; the text of each file. */
function record(text: string, everyMs = 10): readonly string[] {
  const recording = new Recording();
  const files: string[] = [];
  const session = new StreamSession({
    row: (row) => {
      recording.add(row);
    },
  });
  let nowMs = 0;
  for (const line of text.split('\n').slice(0, -1)) {
    session.push(encoder.encode(`${line}\n`), (nowMs += everyMs));
    for (const piece of recording.take()) {
      expect(piece.text.endsWith('\n')).toBe(true);
      files[piece.file.number - 1] = (piece.isNew ? '' : (files[piece.file.number - 1] ?? '')) + piece.text;
    }
  }
  return files;
}

describe('a recording', () => {
  it('is read back to identical values, and recorded again to the identical file', () => {
    const rows = Array.from({ length: 200 }, (_, row) => {
      const special = ['nan', 'inf', '-inf', ''][row % 7];
      return `${row * 10},${special ?? Math.sin(row) * 10 ** ((row % 40) - 20)},${-row / 3}`;
    });
    const [first] = record(`timestamp,a,b\n${rows.join('\n')}\n`);
    expect(first).toBe(`timestamp,a,b\n${rows.join('\n')}\n`);
    expect(record(first ?? '')).toEqual([first]);
  });

  it('is read back whatever its columns are called', () => {
    const names = ['2nd sensor', 'moving average of the temperature', 'a,b', '=1+1', '12', 'say "x"'];
    const line = (row: number): string =>
      JSON.stringify(Object.fromEntries(names.map((name, place) => [name, row * 10 + place / 8])));
    const [first = ''] = record(`${Array.from({ length: 5 }, (_, row) => line(row)).join('\n')}\n`);
    expect(first.split('\n')[0]).toMatch(/^timestamp,(?:.*,){6}/);
    expect(record(first)).toEqual([first]);
  });

  it('is in milliseconds, also where the board counts seconds and does not say so', () => {
    const rows = Array.from({ length: 200 }, (_, row) => `${(row / 100).toFixed(2)},${row}`);
    const [file = ''] = record(`time,x\n${rows.join('\n')}\n`);
    const times = file
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',')[0]));
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeCloseTo(1990, 0);
  });

  it('has one clock in each file, where only some rows have the time of the device', () => {
    const recording = new Recording();
    const names = ['x'];
    for (const [timeS, deviceMs] of [
      [5, 1_000_000],
      [5.01, undefined],
      [5.02, 1_000_020],
    ] as const) {
      recording.add({ segment: 0, names, values: [1], timeS, deviceMs });
    }
    expect(recording.take()[0]?.text).toBe('timestamp,x\n1000000,1\n1000010,1\n1000020,1\n');
  });

  it('begins a new file when the columns change for good, and leaves the old one whole', () => {
    const files = record('1,2\n3,4\n5,6\n7,8,9\n10,11,12\n13,14,15\n16,17,18\n');
    expect(
      files.map((file) =>
        file
          .trim()
          .split('\n')
          .map((line) => line.split(',').slice(1).join()),
      ),
    ).toEqual([
      ['value 1,value 2', '1,2', '3,4', '5,6'],
      ['value 1,value 2,value 3', '7,8,9', '10,11,12', '13,14,15', '16,17,18'],
    ]);
    expect([1, 2].map((number) => recordingFileName('wave.20261123', number))).toEqual([
      'wave.20261123.csv',
      'wave.20261123.2.csv',
    ]);
  });

  it('does not let a label run as a formula', () => {
    for (const start of ['=', '+', '-', '@', ' =', '\t=']) {
      expect(escapeText(`${start}cmd|' /C calc'!A0`)).toMatch(/^"?'/);
    }
    expect(headerText(['=1+1', 'a,b', 'say "x"', '温度'])).toBe('timestamp,\'=1+1,"a,b","say ""x""",温度');
    expect(escapeText('two\r\nlines')).toBe('two lines');
  });

  it('spells numbers so that they read back to the same double', () => {
    for (const value of [0.1, -0, 1e21, 5e-324, 1 / 3, Number.MAX_VALUE]) {
      expect(Object.is(Number(cellText(value)), value)).toBe(true);
    }
    expect([NaN, Infinity, -Infinity, null].map(cellText)).toEqual(['nan', 'inf', '-inf', '']);
  });
});
