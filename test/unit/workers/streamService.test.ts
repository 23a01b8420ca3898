/** Clearing, closing and recording while a board prints. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { FiredTrigger, SourceDescription } from '../../../src/protocol/streamWorker';
import type { ByteSource, SourceTraits } from '../../../src/serial/byteSource';
import { hostTools } from '../../../src/serial/connection';
import { ListenedSource } from '../../../src/serial/listenedSource';
import { makeSource } from '../../../src/serial/makeSource';
import { StreamService } from '../../../src/workers/streamService';

const folder = mkdtempSync(join(tmpdir(), 'tinyml-service-'));
const services: StreamService[] = [];
afterEach(() => Promise.all(services.splice(0).map((service) => service.dispose())));
afterAll(() => rmSync(folder, { recursive: true }));

const address: SourceDescription = { kind: 'tcp', host: 'board', port: 1 };

/** A board whose clock and whose lines are the test's. */
class Board extends ListenedSource implements ByteSource {
  private now = 1_000_000;

  describe(): SourceTraits {
    return {
      label: 'board',
      startsMidLine: false,
      lastLineIsWhole: false,
      takesBytes: false,
      reconnects: true,
    };
  }
  open(): Promise<void> {
    return Promise.resolve();
  }
  write(): Promise<void> {
    return Promise.resolve();
  }
  setSignals(): Promise<void> {
    return Promise.resolve();
  }
  close(): Promise<void> {
    this.listeners.silence();
    return Promise.resolve();
  }
  override nowMs(): number {
    return this.now;
  }
  print(text: string, afterMs = 10): void {
    this.now += afterMs;
    this.listeners.arrived(Buffer.from(text), this.now);
  }
}

async function opened() {
  const board = new Board();
  const fired: FiredTrigger[] = [];
  const service = new StreamService(
    (event) => {
      if (event.type === 'fired') fired.push(event.fired);
    },
    hostTools(
      () => board,
      () => Promise.resolve([]),
    ),
  );
  services.push(service);
  service.open(address);
  await expect.poll(() => service.status().connection.name).toBe('open');
  return { board, fired, service };
}

describe('a plot that is cleared while the board prints', () => {
  it('begins with the next line, whole, under the names of the header', async () => {
    const { board, service } = await opened();
    board.print('timestamp,aX,aY\n10,1,2\n20,3,4\n30,5,6\n40,12');
    service.clear();
    board.print('3,8\n50,9,10\n60,11,12\n');
    const { series, counts } = service.status();
    expect(series.map(({ name }) => name)).toEqual(['aX', 'aY']);
    expect(counts).toMatchObject({ lines: 3, plotted: 3 });
    expect(service.answers.csv({ fromS: 0, toS: 1 })[0]?.text).toMatch(/^timestamp,aX,aY\n[^,]+,123,8\n/);
  });

  it('is watched as before, though its time begins at 0', async () => {
    const { board, fired, service } = await opened();
    service.setTriggers([
      { condition: { kind: 'text', pattern: 'ERR' }, notify: false },
      { condition: { kind: 'silence', seconds: 2 }, notify: false },
    ]);
    board.print('ERR\n', 3_600_000);
    expect(fired.map(({ trigger }) => trigger)).toEqual([0]);
    service.clear();
    board.print('ERR\n');
    expect(fired.map(({ trigger }) => trigger)).toEqual([0, 0]);
    board.print('', 3000);
    board.print('ERR\n', 0);
    board.print('', 0);
    service.clear();
    board.print('hello\n');
    Object.assign(board, { now: board.nowMs() + 5000 });
    await expect.poll(() => fired.at(-1)?.trigger).toBe(1);
  });
});

describe('a recording', () => {
  it('has the labels that came one by one just before the board was closed', async () => {
    const { board, service } = await opened();
    const request = { folder, baseName: 'closed', time: 'host', rawBytes: false } as const;
    await service.startRecording(request);
    board.print('>x:1\n>y:2\n');
    await service.close();
    expect(await service.stopRecording()).toMatchObject({ rows: 1 });
    expect(readFileSync(join(folder, 'closed.csv'), 'utf8')).toMatch(/^timestamp,x,y\n[^,]+,1,2\n$/);
  });

  it('is one at a time, and is ended, also while it is still being started', async () => {
    const { service } = await opened();
    const request = { folder, time: 'host', rawBytes: true } as const;
    const first = service.startRecording({ ...request, baseName: 'first' });
    const second = service.startRecording({ ...request, baseName: 'second' });
    await expect(second).rejects.toMatchObject({ sentence: { id: 'serial.recordAlready' } });
    const stopped = service.stopRecording();
    await first;
    expect((await stopped).files).toHaveLength(2);
    expect(service.status().recording.name).toBe('off');
    void service.startRecording({ ...request, baseName: 'third' });
    await service.dispose();
    const left = readdirSync(folder);
    expect(left.filter((name) => name.endsWith('.recording'))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(['first.raw', 'third.raw']));
    expect(left.filter((name) => name.startsWith('second'))).toEqual([]);
  });

  it('with texts is played from its file, and recorded to the same one', async () => {
    const text = 'timestamp,state,x\n0,"12",1\n20,\'=on,\n40,,3\n60,"a, b",4\n';
    const path = join(folder, 'texts.csv');
    writeFileSync(path, text);
    const tools = hostTools(
      (description) => makeSource(description, ''),
      () => Promise.resolve([]),
    );
    const service = new StreamService(() => undefined, tools);
    services.push(service);
    await service.startRecording({ folder, baseName: 'again', time: 'device', rawBytes: false });
    service.open({ kind: 'replay', path, speed: 10 });
    await expect.poll(() => service.status().connection.name).toBe('ended');
    expect(service.status().series.map(({ name }) => name)).toEqual(['x']);
    await service.stopRecording();
    expect(readFileSync(join(folder, 'again.csv'), 'utf8')).toBe(text);
  });
});
