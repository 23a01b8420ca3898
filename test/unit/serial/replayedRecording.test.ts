/** Recordings that are replayed and recorded again: the same files, the same series. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MersenneTwister } from '../../../src/core/data/mersenneTwister';
import { AUTO, type StreamFormat } from '../../../src/core/stream/format';
import { Recording } from '../../../src/core/stream/recording';
import { StreamSession } from '../../../src/core/stream/session';
import type { SessionRow } from '../../../src/core/stream/sessionEvents';
import { replayPieces } from '../../../src/serial/replayPieces';
import { ReplaySource } from '../../../src/serial/replaySource';

const folder = mkdtempSync(join(tmpdir(), 'tinyml-replayed-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Recorded {
  readonly files: readonly string[];
  readonly series: readonly string[];
  readonly rows: readonly SessionRow[];
  readonly session: StreamSession;
}

interface Recorder extends Omit<Recorded, 'files' | 'series'> {
  readonly finish: () => Recorded;
}

function recorder(format: StreamFormat = AUTO, time: 'device' | 'host' = 'device'): Recorder {
  const recording = new Recording(time);
  const rows: SessionRow[] = [];
  const session = new StreamSession(
    {
      row: (row) => {
        rows.push(row);
        recording.add(row);
      },
    },
    { format },
  );
  const finish = (): Recorded => {
    session.ended(1e9, { lastLineIsWhole: true });
    const files: string[] = [];
    for (const { file, text } of recording.take())
      files[file.number - 1] = (files[file.number - 1] ?? '') + text;
    return { files, series: session.table.all().map(({ name }) => name), rows, session };
  };
  return { rows, session, finish };
}

/** What a board prints, 10 ms from line to line. */
function recorded(lines: readonly string[], format?: StreamFormat, time?: 'device' | 'host'): Recorded {
  const { session, finish } = recorder(format, time);
  session.opened(0, { startsMidLine: false });
  for (const [index, line] of lines.entries()) session.push(Buffer.from(`${line}\n`), index * 10);
  return finish();
}

async function replayed(file: string, format?: StreamFormat): Promise<Recorded> {
  const path = join(folder, 'played.csv');
  writeFileSync(path, file);
  const { session, finish } = recorder(format);
  session.opened(0, new ReplaySource({ kind: 'replay', path, speed: 1 }).describe());
  for await (const { atMs, bytes } of replayPieces(path)) session.push(bytes, atMs);
  return finish();
}

async function staysAsItIs({ files }: Recorded): Promise<void> {
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect((await replayed(file)).files).toEqual([file]);
}

const texts = [
  'idle',
  'a,b;c\td',
  'say "x"',
  '"',
  '""quoted""',
  '=1+1',
  '+5',
  '-5',
  '@sum',
  ' =1',
  "'=1",
  "''@",
  "it's",
  "'",
  '12',
  '007',
  '0x1F',
  'nan',
  '-inf',
  '1e5',
  '12 ',
  ' x ',
  'x\ry',
  '\u001b[31mred',
  '\0=1',
  '\ufeff1',
  '温度',
  'timestamp,x',
  '>a:1',
  '#',
  '{"a":1}',
];

describe('a recording with texts', () => {
  it('is replayed and recorded to the same file, and shows the same series', async () => {
    const lines = ['idle', 'up', '12', ''].flatMap((text, row) => [
      `>state:${text}|t`,
      `>x:${String(row)}`,
      `>y:1:${String(row)}|xy`,
    ]);
    const live = recorded(lines);
    const [file = ''] = live.files;
    const again = await replayed(file);
    expect(again.files).toEqual([file]);
    expect(again.series).toEqual(live.series);
    expect(again.rows.map(({ values }) => values)).toEqual(live.rows.map(({ values }) => values));
    expect(again.session.status().counts).toMatchObject({ headers: 1, rejected: 0, text: 0 });
  });

  it('has each of them back, whatever it is: quoted, a formula, a number, empty, none at all', async () => {
    const recording = new Recording('host');
    const names = ['state', 'x'];
    const values = [...texts, '', null].map((text, row) => [text, text === '=1' ? null : row] as const);
    for (const [row, cells] of values.entries())
      recording.add({ segment: 0, names, values: cells, timeS: row / 100, deviceMs: undefined });
    const file = recording.take()[0]?.text ?? '';
    const again = await replayed(file);
    expect(again.files).toEqual([file]);
    expect(again.series).toEqual(['x']);
    expect(again.rows.map((row) => row.values)).toEqual(values.map((cells) => cells.map(onOneLine)));
  });

  it('shows a column that is text in some rows only, with gaps there, and one whose first value comes late', async () => {
    const file = 'timestamp,mixed,late,state\n0,on,,\n10,1,,a\n20,off,5,\n30,2,6,b\n';
    const { series, files, session } = await replayed(file);
    expect(files).toEqual([file]);
    expect([...series].sort()).toEqual(['late', 'mixed']);
    const column = (name: string): readonly number[] => {
      const found = session.table.get(name);
      const { endRow } = session.store.range(found?.group ?? 0);
      return [...(session.store.window(found?.group ?? 0, 0, endRow).columns[found?.column ?? 0] ?? [])];
    };
    expect(column('mixed')).toEqual([1, Number.NaN, 2]);
    expect(column('late')).toEqual([Number.NaN, Number.NaN, 5, 6]);
  });

  it('is read so also where the format of a board is locked, and after the plot was cleared', async () => {
    const file = 'timestamp,x,state\n0,1,a\n10,2,"12"\n20,3,\n30,,c\n';
    for (const kind of ['arduino', 'teleplot'] as const) {
      expect((await replayed(file, { kind })).files).toEqual([file]);
    }
    const first = recorder();
    first.session.opened(0, { startsMidLine: false, isCsvFile: true });
    first.session.push(Buffer.from(file.slice(0, 33)), 0);
    const rows: SessionRow[] = [];
    const { unfinished } = first.session;
    const second = new StreamSession({ row: (row) => rows.push(row) }, { unfinished });
    second.push(Buffer.from(file.slice(33)), 10);
    expect([...first.rows, ...rows].map(({ values }) => values)).toEqual([
      [1, 'a'],
      [2, '12'],
      [3, null],
      [null, 'c'],
    ]);
  });

  it('begins a segment at a further header, and says what is wrong with a row', async () => {
    const file = 'timestamp,x,s\n0,1,a\n10,2\ntimestamp,x,s\n5,3,b\n';
    const { files, session } = await replayed(`\ufeff${file}# by hand\n`);
    expect(files).toEqual(['timestamp,x,s\n0,1,a\n', 'timestamp,x,s\n5,3,b\n']);
    expect(session.status().counts).toMatchObject({ headers: 2, plotted: 2, rejected: 1, text: 1 });
    expect(session.status().rejects[0]?.reason.id).toBe('stream.columnsDiffer');
  });
});

describe('a recording', () => {
  it('of points that came in bunches stays one file, though its times fall', async () => {
    const bunch = (name: string, from: number): string =>
      `>${name}:${Array.from({ length: 30 }, (_, point) => `${String(from + point * 10)}:${String(point)}`).join(';')}`;
    const live = recorded([bunch('x', 5000), bunch('y', 5000), bunch('x', 5300), bunch('y', 5300)]);
    await staysAsItIs(live);
  });

  it('is read whatever it is as to width, length and names', async () => {
    const sensor = 'a name that tells everything of the sensor';
    const wide = JSON.stringify({ [sensor]: Array.from({ length: 200 }, (_, place) => place % 7) });
    const { files } = recorded([wide, wide]);
    expect(files[0]?.indexOf('\n')).toBeGreaterThan(4096);
    expect((await replayed(files[0] ?? '')).files).toEqual(files);
    const names = ['', ' ', '=1', "'=1", 'a,b', '12', 'timestamp', 'é"', ' x'];
    const row = (at: number): string =>
      JSON.stringify(Object.fromEntries(names.map((name, place) => [name, at + place / 8])));
    const live = recorded([row(0), row(1)]);
    await staysAsItIs(live);
    expect((await replayed(live.files[0] ?? '')).series).toEqual(live.series);
  });

  it('of whatever a board prints is replayed and recorded to the same files: 300 random sessions', async () => {
    for (let seed = 0; seed < 300; seed++) {
      const { lines, format, time } = randomSession(seed);
      const live = recorded(lines, format, time);
      let row = 0;
      for (const file of live.files) {
        const { files, series, rows } = await replayed(file);
        expect(files, `session ${String(seed)}`).toEqual([file]);
        const before = live.rows.slice(row, (row += rows.length));
        expect(rows.map(({ values }) => values)).toEqual(before.map(({ values }) => values.map(onOneLine)));
        for (const name of series) expect(live.series.map(onOneLine)).toContain(name);
      }
      expect(row).toBe(live.rows.length);
    }
  });
});

/** A carriage return would end a row of the file. */
function onOneLine<Value>(value: Value): Value | string {
  return typeof value === 'string' ? value.replaceAll('\r', ' ') : value;
}

/** A few boards in one: each stretch of lines is of another kind. */
function randomSession(seed: number): {
  readonly lines: readonly string[];
  readonly format: StreamFormat;
  readonly time: 'device' | 'host';
} {
  const random = new MersenneTwister(seed);
  const below = (limit: number): number => random.interval(limit - 1);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const number = (): string =>
    pick([
      () => String(below(1000) / 8 - 60),
      () => String((below(1e9) / 1e9) * 10 ** (below(40) - 20)),
      () => pick(['nan', 'inf', '-inf', '-0', '1.50', '0x1F', '1e300']),
    ])();
  const text = (): string => pick([...texts, '', 'x'.repeat(below(2000))]);
  const names = ['a', 'b', 'state', '=f', 'x y', pick(texts)];
  let clock = below(1e6);
  const tick = (): number => (clock += pick([0, 1, 10, 10, 10, 37, -5, -below(20_000)]));
  const kinds: readonly (() => string)[] = [
    () => `${number()},${number()}`,
    () => `${number()},,${number()}`,
    () => `a:${number()},b:${number()}`,
    () => `{"a":${String(below(100))},"b":{"c":${String(below(9))},"=d":1}}`,
    () => `>${pick(names)}:${number()}`,
    () => `>${pick(names)}:${text()}|t`,
    () => `>${pick(names)}:${String(tick())}:${pick([number, text])()}|t`,
    () => `>${pick(names)}:${String(tick())}:${number()}`,
    () => `timestamp,${pick(['aX,aY', 'p,"q,r"'])}`,
    () => `${String(tick())},${number()},${number()}`,
    () => `I (${String(Math.max(0, tick()))}) main: a:${number()}`,
    () => pick(['hello', '', 'ERR: no sensor', 'ets Jan  8 2013']),
  ];
  const lines: string[] = [];
  for (let stretch = 1 + below(4); stretch > 0; stretch--) {
    const some = [pick(kinds), pick(kinds)];
    for (let line = below(40); line > 0; line--) lines.push(pick(some)());
  }
  const format: StreamFormat = pick([AUTO, AUTO, { kind: 'teleplot' }, { kind: 'arduino' }] as const);
  return { lines, format, time: pick(['device', 'host']) };
}
