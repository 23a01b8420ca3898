import { describe, expect, it } from 'vitest';
import { formatSentence, type Sentence } from '../../../l10n/sentences';
import { en } from '../../../l10n/en/index';
import { StreamSession } from '../../../src/core/stream/session';
import type { Segment, SessionRow } from '../../../src/core/stream/sessionEvents';
import type { StreamFormat } from '../../../src/core/stream/format';

const encoder = new TextEncoder();
const say = (said: Sentence): string => formatSentence(said, en, 'en');

function start(format?: StreamFormat) {
  const rows: SessionRow[] = [];
  const segments: Segment[] = [];
  const notices: string[] = [];
  const session = new StreamSession(
    {
      row: (row) => rows.push(row),
      segment: (segment) => segments.push(segment),
      notice: (notice) => notices.push(say(notice)),
    },
    format ? { format } : {},
  );
  let nowMs = 1000;
  /** Each line as a chunk of its own, `everyMs` apart. */
  const send = (lines: readonly string[], everyMs = 10): void => {
    for (const line of lines) {
      nowMs += everyMs;
      session.push(encoder.encode(`${line}\n`), nowMs);
    }
  };
  const column = (name: string): number[] => {
    const series = session.table.get(name);
    if (!series) throw new Error(`no series ${name}`);
    const { firstRow, endRow } = session.store.range(series.group);
    return [...(session.store.window(series.group, firstRow, endRow).columns[series.column] ?? [])];
  };
  const names = (): string[] => session.table.all().map((series) => series.name);
  return { session, rows, segments, notices, send, column, names, counts: () => session.status().counts };
}

describe('admission', () => {
  it('plots CSV from the third line on and fills in the first two', () => {
    const { send, column, names, counts, rows } = start();
    send(['1,2', '3,4']);
    expect(names()).toEqual([]);
    send(['5,6']);
    expect(column('value 1')).toEqual([1, 3, 5]);
    expect(column('value 2')).toEqual([2, 4, 6]);
    expect(rows.map((row) => row.values)).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(counts()).toMatchObject({ lines: 3, plotted: 3, text: 0 });
  });

  it('leaves three lines that are more than five seconds apart, with others between, as text', () => {
    const { send, names } = start();
    for (let line = 0; line < 3; line++) send([`free heap: ${line}`, 'hello'], 3000);
    expect(names()).toEqual([]);
  });

  it('takes a board that measures once a minute and prints nothing else', () => {
    const { send, column } = start();
    send(['temp:1', 'temp:2', 'temp:3'], 60_000);
    expect(column('temp')).toEqual([1, 2, 3]);
  });

  it.each(['>x:1,y:2', '{"x":1,"y":2}'])('takes "%s" at once', (line) => {
    const { send, names } = start();
    send([line]);
    expect(names()).toEqual(['x', 'y']);
  });

  it('takes any row at once when the format is locked', () => {
    const { send, column } = start({ kind: 'csv', delimiter: ',', decimalComma: false });
    send(['1,2']);
    expect(column('value 2')).toEqual([2]);
  });
});

describe('columns', () => {
  it('rejects a single odd line, with the reason', () => {
    const { send, column, counts, session, segments } = start();
    send(['1,2', '3,4', '5,6', '7', '8,9']);
    expect(column('value 1')).toEqual([1, 3, 5, 8]);
    expect(counts()).toMatchObject({ plotted: 4, rejected: 1, text: 0 });
    const [reject] = session.status().rejects;
    expect(reject && [reject.lineNumber, reject.text, say(reject.reason)]).toEqual([
      4,
      '7',
      'the line has 1 value, not 2 as the lines before',
    ]);
    expect(segments).toHaveLength(1);
  });

  it('takes another number of columns that lasts as a new segment, losing none of its lines', () => {
    const { send, rows, segments } = start();
    send(['1,2', '3,4', '5,6', '1,2,3', '4,5,6', '7,8,9']);
    expect(segments.map((segment) => say(segment.reason))).toEqual([
      'The board was connected.',
      'The columns changed.',
    ]);
    expect(rows.map((row) => [row.segment, row.values.length])).toEqual([
      ...Array.from({ length: 3 }, () => [0, 2]),
      ...Array.from({ length: 3 }, () => [1, 3]),
    ]);
  });

  it('does the same for labels', () => {
    const { send, rows, session } = start();
    send(['x:1,y:2', 'x:3,y:4', 'x:5,y:6', 'x:7', 'x:8,y:9']);
    expect(session.status().counts).toMatchObject({ plotted: 4, rejected: 1 });
    send(['x:1,y:2,z:3', 'x:4,y:5,z:6', 'x:7,y:8,z:9']);
    expect(rows.at(-1)).toMatchObject({ segment: 1, names: ['x', 'y', 'z'], values: [7, 8, 9] });
  });

  it('names columns by a header, before and in mid-stream', () => {
    const { send, names, rows, segments } = start();
    send(['aX,aY', '1,2', '3,4', '5,6']);
    expect(names()).toEqual(['aX', 'aY']);
    send(['aX,aY', '7,8', 'bX,bY', '9,10']);
    expect(names()).toEqual(['bX', 'bY']);
    expect(segments).toHaveLength(1);
    send(['a,b,c', '1,2,3']);
    expect(segments).toHaveLength(2);
    expect(rows.at(-1)?.names).toEqual(['a', 'b', 'c']);
    expect(rows.flatMap((row) => row.values).every((value) => typeof value === 'number')).toBe(true);
  });

  it('puts single labels together to rows', () => {
    const { send, rows, session } = start();
    send(Array.from({ length: 4 }, (_, row) => [`>x:${row}`, `>y:${row + 10}`, `>z:${row + 20}`]).flat(), 5);
    session.ended(9999, { lastLineIsWhole: false });
    expect(rows.map((row) => row.values)).toEqual([0, 1, 2, 3].map((row) => [row, row + 10, row + 20]));
    expect(new Set(rows.map((row) => row.names)).size).toBe(1);
  });

  it('marks the classes of an Edge Impulse block and plots its times', () => {
    const { send, session, names } = start();
    send([
      'Predictions (DSP: 12 ms., Classification: 3 ms., Anomaly: 0 ms.): ',
      '    idle: \t0.9',
      '    wave: \t0.1',
      'done',
    ]);
    expect(names()).toEqual(['DSP ms', 'Classification ms', 'Anomaly ms', 'idle', 'wave']);
    expect(session.table.get('idle')?.role).toBe('classScore');
    expect(session.table.get('DSP ms')?.role).toBe('value');
  });

  it.each(['Predictions:', '#Classification predictions:'])(
    'marks the classes below "%s", which newer Edge Impulse examples print after the times',
    (heading) => {
      const { send, session, names } = start();
      send(['Timing: DSP 12 ms, inference 3 ms, anomaly 0 ms', heading, '  idle: 0.9', '  wave: 0.1']);
      expect(names()).toEqual(['DSP ms', 'Classification ms', 'Anomaly ms', 'idle', 'wave']);
      expect(session.table.get('wave')?.role).toBe('classScore');
    },
  );

  it('gives each column a name of its own where a header gives one twice', () => {
    const { send, column } = start();
    send(['a,b,a', '1,2,3', '4,5,6', '7,8,9']);
    expect([column('a'), column('a (3)')]).toEqual([
      [1, 4, 7],
      [3, 6, 9],
    ]);
  });

  it('keep the names of their header when the format is locked', () => {
    const { send, session, names } = start();
    send(['timestamp,aX', '10,1', '20,2', '30,3']);
    session.setFormat({ kind: 'csv', delimiter: ',', decimalComma: false });
    send(['40,4', '50,5']);
    expect(names()).toEqual(['aX']);
  });

  it('keeps boot and log text between data out of the series', () => {
    const { send, names, segments } = start();
    const data = ['x:1', 'x:2', 'x:3'];
    send([
      ...data,
      'rst:0x1 (POWERON_RESET),boot:0x13',
      'load:0x3fff0030,len:1184',
      'I (481) main: hello',
      ...data,
    ]);
    expect(names()).toEqual(['x']);
    expect(segments).toHaveLength(1);
  });
});

describe('values that are no numbers', () => {
  it('keeps NaN, infinities and gaps apart', () => {
    const { send, rows, column } = start();
    send(['1,2', 'nan,2', 'inf,', ',ovf']);
    expect(rows.map((row) => row.values)).toEqual([
      [1, 2],
      [NaN, 2],
      [Infinity, null],
      [null, Infinity],
    ]);
    expect(column('value 2')).toEqual([2, 2, NaN, Infinity]);
  });
});

describe('too many names', () => {
  it('makes no row and no file of what is not plotted, however long a board makes up labels', () => {
    const { send, rows, names } = start();
    send(Array.from({ length: 2000 }, (_, line) => [`>label${line}:1`, `>word${line}:on|t`]).flat(), 60);
    expect(names().length).toBeLessThanOrEqual(64);
    expect(rows.length).toBeLessThan(300);
    expect(rows.at(-1)?.names.length).toBeLessThan(300);
  });

  it('goes on with the columns that have a place, and names them alike', () => {
    const { send, rows, column } = start();
    send(Array.from({ length: 2000 }, (_, line) => `{"a":${line},"key${line}":1}`));
    expect(column('a')).toHaveLength(2000);
    const latest = new Set(rows.slice(-1500).map((row) => row.names));
    expect(rows.at(-1)?.values[0]).toBe(1998);
    expect(latest.size).toBe(1);
  });

  it('caps the series and then stops admission, saying so once each', () => {
    const { send, names, notices, counts } = start();
    send(Array.from({ length: 300 }, (_, label) => `>label${label}:1`));
    expect(names()).toHaveLength(64);
    expect(notices).toHaveLength(2);
    expect(notices[0]).toContain('more than 64 series');
    expect(notices[1]).toContain('more than 256 different labels');
    expect(counts()).toMatchObject({ plotted: 64, rejected: 236 });
    send(['>label3:2']);
    expect(counts().plotted).toBe(65);
  });
});

describe('a line that is too long', () => {
  it('is said to be so once, and counted each time', () => {
    const { send, notices, counts } = start();
    send(['x'.repeat(5000), '1,2', 'y'.repeat(9000)]);
    expect(notices.filter((notice) => notice.includes('longer than 4,096 bytes'))).toHaveLength(1);
    expect(counts().tooLong).toBe(2);
  });
});

describe('garbage', () => {
  it('makes no series of 5 MB of random bytes, hints at the baud rate, and takes less than a second of CPU', () => {
    const { session, names, notices, counts } = start();
    let state = 12345;
    const chunk = new Uint8Array(5 * 1024 * 1024).map(
      () => (state = (state * 1664525 + 1013904223) >>> 0) >>> 24,
    );
    const before = process.cpuUsage();
    for (let at = 0; at < chunk.length; at += 4096) session.push(chunk.subarray(at, at + 4096), at / 11.52);
    const { user, system } = process.cpuUsage(before);
    expect(names()).toEqual([]);
    expect(notices.join()).toContain('baud rate');
    expect(counts().lines).toBeGreaterThan(10_000);
    const seconds = (user + system) / 1e6;
    console.log(
      `  5 MB of random bytes: ${seconds.toFixed(2)} s of CPU, ${String(counts().lines)} lines, no series`,
    );
    expect(seconds).toBeLessThan(1);
  });

  it('accounts for every line', () => {
    const { send, counts } = start();
    send(['1,2', '3,4', 'x', '5,6', '1', '7,8', 'a,b', '1,2,x', 'y'.repeat(5000)]);
    const { lines, plotted, text, headers, rejected } = counts();
    expect(lines).toBe(9);
    expect(plotted + text + headers + rejected).toBe(lines);
  });
});

describe('device time', () => {
  it('uses a time column instead of plotting it', () => {
    const { send, names, rows } = start();
    send(['timestamp,x', '1000,1', '1010,2', '1020,3', '1030,4'], 16);
    expect(names()).toEqual(['x']);
    const times = rows.map((row) => row.timeS);
    expect(times.map((timeS) => Number((timeS - (times[0] ?? 0)).toFixed(6)))).toEqual([0, 0.01, 0.02, 0.03]);
    expect(rows.map((row) => row.deviceMs)).toEqual([1000, 1010, 1020, 1030]);
  });

  it('goes on over the wrap of millis and starts a segment when the board restarts', () => {
    const { send, rows, segments } = start();
    const wrap = 2 ** 32;
    send(['timestamp,x', ...[-30, -20, -10, 0, 10].map((ms) => `${(wrap + ms) % wrap},1`)]);
    expect(segments).toHaveLength(1);
    const times = rows.map((row) => row.timeS);
    expect(Number(((times[4] ?? 0) - (times[0] ?? 0)).toFixed(6))).toBe(0.04);
    send(['500000,1', '500010,1', '12,1', '22,1']);
    expect(segments.map((segment) => say(segment.reason)).at(-1)).toBe('The board was restarted.');
    const after = rows.map((row) => row.timeS);
    expect([...after].sort((a, b) => a - b)).toEqual(after);
    expect(rows.at(-1)?.segment).toBe(1);
  });

  it('keeps every row when the clock stands still or steps back a little', () => {
    const { send, rows, column } = start();
    send(['timestamp,x', '10,1', '10,2', '9,3', '20,4', '30,5'].filter(Boolean));
    expect(column('x')).toEqual([1, 2, 3, 4, 5]);
    const times = rows.map((row) => row.timeS);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });

  it('is told by the arrival again when the board comes back, which may have slept or been reset meanwhile', () => {
    const { session, rows } = start();
    session.opened(0, { startsMidLine: false });
    session.push(encoder.encode('timestamp,x\n1000,1\n1010,2\n1020,3\n'), 100);
    session.opened(60_000, { startsMidLine: false });
    session.push(encoder.encode('2000,4\n2010,5\n'), 60_100);
    const [fourth = 0, fifth = 0] = rows.slice(-2).map(({ timeS }) => timeS);
    expect(fourth).toBeCloseTo(60.1, 6);
    expect(fifth - fourth).toBeCloseTo(0.01, 6);
  });

  it('puts stamped points of several series on one axis, however they are bunched', () => {
    const { send, session, segments } = start();
    const bunch = (name: string, from: number): string =>
      `>${name}:${Array.from({ length: 30 }, (_, point) => `${from + point * 10}:${point}`).join(';')}`;
    send([bunch('x', 5000), bunch('y', 5000), bunch('x', 5300), bunch('y', 5300)], 150);
    expect(segments).toHaveLength(1);
    const times = ['x', 'y'].map((name) => {
      const group = session.table.get(name)?.group ?? -1;
      return [...session.store.window(group, 0, 60).times];
    });
    expect(times[0]).toHaveLength(60);
    expect(times[1]).toEqual(times[0]);
    send([bunch('x', 20), bunch('y', 20)], 150);
    expect(segments).toHaveLength(2);
  });
});

describe('a connection', () => {
  it('drops the line that was under way and starts a segment, also when it is made again', () => {
    const { session, column, segments } = start();
    session.opened(0, { startsMidLine: true });
    session.push(encoder.encode('9,9\n1,2\n3,4\n5,6\n7,'), 10);
    session.opened(5000, { startsMidLine: true });
    session.push(encoder.encode('8\n9,10\n'), 5010);
    expect(column('value 1')).toEqual([1, 3, 5, 9]);
    expect(segments.map((segment) => segment.startS)).toEqual([0, 5]);
    const group = session.table.get('value 1')?.group ?? -1;
    expect(session.store.timeAt(group, 3)).toBeGreaterThanOrEqual(5);
  });

  it('goes on in another session where it stopped, in mid-line, with the names that the header gave', () => {
    const first = start();
    first.session.push(encoder.encode('timestamp,aX\n10,1\n20,2\n30,3\n40,'), 10);
    const rows: SessionRow[] = [];
    const next = new StreamSession(
      { row: (row) => rows.push(row) },
      { unfinished: first.session.unfinished },
    );
    next.push(encoder.encode('4\n50,5\n60,6\n'), 20);
    expect(rows.map(({ values }) => values)).toEqual([[4], [5], [6]]);
    expect(next.table.all().map(({ name }) => name)).toEqual(['aX']);
  });

  it('goes on in mid-sample where samples come as bytes, and in mid-line when they are lines again', () => {
    const format = { kind: 'binary', layout: { channels: 2, type: 'int16', littleEndian: true } } as const;
    const first = new StreamSession({}, { format });
    first.push(Uint8Array.from([1, 0, 2]), 1);
    const rows: SessionRow[] = [];
    const sink = { row: (row: SessionRow) => rows.push(row) };
    const next = new StreamSession(sink, { format, unfinished: first.unfinished });
    next.push(Uint8Array.from([0, 3, 0, 4, 0]), 2);
    expect(rows.map(({ values }) => values)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    next.setFormat({ kind: 'csv', delimiter: ',', decimalComma: false });
    next.push(encoder.encode('.5,7\n8,9\n'), 3);
    expect(rows.at(-1)?.values).toEqual([8, 9]);
    expect(rows).toHaveLength(3);
  });

  it('reads samples sent as bytes', () => {
    const { session, column } = start({
      kind: 'binary',
      layout: { channels: 2, type: 'int16', littleEndian: true },
    });
    session.push(Uint8Array.from([1, 0, 2, 0, 3, 0, 255]), 1);
    session.push(Uint8Array.from([255]), 2);
    expect([column('value 1'), column('value 2')]).toEqual([
      [1, 3],
      [2, -1],
    ]);
  });
});
