/** A stream whose worker dies, with the real worker: `skip` kills it, which no source of these tests wants. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Sentence } from '../../../l10n/sentences';
import type { SourceDescription, StreamStatus } from '../../../src/protocol/streamWorker';
import { LastingStream } from '../../../src/workers/lastingStream';
import { recoverRecording } from '../../../src/workers/recoverRecording';
import { buildForNode } from '../../nodeBundle';

const folder = mkdtempSync(join(tmpdir(), 'tinyml-lasting-'));
const script = join(folder, 'mortal.worker.js');
const board: SourceDescription = { kind: 'virtual', board: 'sine', seed: 1, linesPerSecond: 1000 };
const streams: LastingStream[] = [];

const mortal = (real: string): string => `const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ kind, event }) => {
  if (kind !== 'event' || event.type !== 'skip') return;
  if (event.what === 'value') process.exit(7);
  throw new Error('struck dead');
});
require(${JSON.stringify(real)});`;

beforeAll(async () => {
  const real = join(folder, 'stream.worker.js');
  await buildForNode('src/workers/stream.worker.ts', real);
  writeFileSync(script, mortal(real));
});
afterEach(() => Promise.all(streams.splice(0).map((stream) => stream.dispose())));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Heard {
  readonly stream: LastingStream;
  readonly deaths: { readonly why: Sentence; readonly isReplaced: boolean }[];
  readonly sessions: number[];
  /** Of the monotonous clock by which the stream judges how long a worker has lived. */
  nowMs: number;
  status: StreamStatus | undefined;
}

function start(): Heard {
  const deaths: Heard['deaths'] = [];
  const sessions: number[] = [];
  const stream = new LastingStream(
    { worker: script, port: '' },
    {
      event: (event) => {
        if (event.type !== 'status') return;
        heard.status = event.status;
        sessions.push(event.status.session);
      },
      died: ({ sentence: why }, isReplaced) => {
        heard.status = undefined;
        deaths.push({ why, isReplaced });
      },
    },
    () => heard.nowMs,
  );
  const heard: Heard = { stream, deaths, sessions, nowMs: 0, status: undefined };
  streams.push(stream);
  return heard;
}

const until = (heard: Heard, holds: (status: StreamStatus) => boolean): Promise<void> =>
  expect
    .poll(() => heard.status !== undefined && holds(heard.status), { timeout: 10_000, interval: 20 })
    .toBe(true);
const kill = ({ stream }: Heard, what: 'byte' | 'value' = 'byte'): void =>
  stream.send({ type: 'skip', what });
const rowsOf = (path: string): readonly string[] => readFileSync(path, 'utf8').split('\n');

describe('a stream whose worker dies', () => {
  it('opens the board again with the format, the triggers and the limits that it had', async () => {
    const heard = start();
    const { stream, deaths } = heard;
    stream.send({ type: 'setLimits', limits: { rows: 200, bytes: 2 ** 20 } });
    stream.send({ type: 'setFormat', format: { kind: 'arduino' } });
    await stream.request('open', board);
    await stream.request('setTriggers', [{ condition: { kind: 'text', pattern: 'ERR' }, notify: false }]);
    await until(heard, ({ droppedRows, storedRows }) => droppedRows > 0 && storedRows === 200);
    const session = heard.status?.session ?? 0;
    heard.nowMs = 60_000;
    kill(heard);
    await expect.poll(() => deaths.length).toBe(1);
    expect(deaths).toMatchObject([
      { why: { id: 'serial.workerFailed', args: { reason: 'struck dead' } }, isReplaced: true },
    ]);
    await until(heard, ({ connection, droppedRows }) => connection.name === 'open' && droppedRows > 0);
    expect(heard.status).toMatchObject({
      format: { kind: 'arduino' },
      storedRows: 200,
      session: session + 1,
    });
    // Pages tell by it that everything is new: it never falls back.
    expect(heard.sessions).toEqual([...heard.sessions].sort((a, b) => a - b));
  });

  it('leaves a recording of whole lines, and records on in another file', async () => {
    const heard = start();
    const { stream } = heard;
    const request = { folder: join(folder, 'kept'), time: 'host', rawBytes: false } as const;
    await stream.request('open', board);
    await stream.request('startRecording', { ...request, baseName: 'first' });
    await until(heard, ({ recording }) => recording.name === 'on' && recording.rows > 300);
    const shown = heard.status?.recording.name === 'on' ? heard.status.recording.rows : 0;
    heard.nowMs = 60_000;
    kill(heard, 'value');
    await expect.poll(() => heard.deaths.length).toBe(1);
    await until(heard, ({ connection }) => connection.name === 'open');
    expect(heard.deaths).toMatchObject([{ why: { id: 'serial.workerEnded', args: { code: 7 } } }]);
    await recoverRecording(request.folder, 'first');
    await stream.request('startRecording', { ...request, baseName: 'second' });
    await until(heard, ({ recording }) => recording.name === 'on' && recording.rows > 100);
    await stream.request('stopRecording', undefined);
    for (const name of ['first.csv', 'second.csv']) {
      const [header, ...rows] = rowsOf(join(request.folder, name));
      expect(header).toBe('timestamp,sine,cosine');
      expect(rows.pop()).toBe('');
      expect(rows.every((row) => row.split(',').length === 3 && !row.endsWith(','))).toBe(true);
      // What the status told of is on the disk.
      expect(rows.length).toBeGreaterThanOrEqual(name === 'first.csv' ? shown : 100);
    }
    expect(readdirSync(request.folder).sort()).toEqual(['first.csv', 'second.csv']);
  });

  it('is not begun again while it dies at once, nor where that would do something twice', async () => {
    const young = start();
    await young.stream.request('open', board);
    await until(young, ({ connection }) => connection.name === 'open');
    kill(young);
    await expect.poll(() => young.deaths.length).toBe(1);
    expect(young.deaths).toMatchObject([{ isReplaced: false }]);
    expect(young.stream.isStarted).toBe(false);
    // Asked again, it is there.
    await young.stream.request('open', board);
    await until(young, ({ counts }) => counts.plotted > 0);

    const program = start();
    const waiting = { command: process.execPath, args: ['-e', 'process.stdin.resume()'], cwd: folder };
    await program.stream.request('open', { kind: 'program', ...waiting });
    await until(program, ({ connection }) => connection.name === 'open');
    program.nowMs = 60_000;
    kill(program);
    await expect.poll(() => program.deaths.length).toBe(1);
    expect(program.deaths).toMatchObject([{ isReplaced: false }]);

    const closed = start();
    await closed.stream.request('open', board);
    await until(closed, ({ connection }) => connection.name === 'open');
    await closed.stream.request('close', undefined);
    await until(closed, ({ connection }) => connection.name === 'closed');
    closed.nowMs = 60_000;
    kill(closed);
    await expect.poll(() => closed.deaths.length).toBe(1);
    expect(closed.deaths).toMatchObject([{ isReplaced: false }]);
  });

  it('answers what was asked of it with the reason', async () => {
    const heard = start();
    await heard.stream.request('open', board);
    kill(heard);
    await expect(heard.stream.request('statistics', { fromS: 0, toS: 1 })).rejects.toMatchObject({
      sentence: { id: 'serial.workerFailed' },
    });
  });
});
