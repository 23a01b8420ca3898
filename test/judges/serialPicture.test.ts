/** What a page gets of a stream that is faster than it can draw, and after it was away. Figures are printed. */
import { createServer, type Server, type Socket } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MonitorUnderTest } from './monitorUnderTest';
import { serialBundles, type SerialBundles } from './serialBundles';

let bundles: SerialBundles;
let server: Server;
let tested: MonitorUnderTest;
let board: Socket;

beforeAll(async () => {
  bundles = await serialBundles();
});
afterEach(async () => {
  await tested.client.dispose();
  board.destroy();
  server.close();
});
afterAll(() => {
  bundles.remove();
});

async function connect(): Promise<void> {
  const sockets: Socket[] = [];
  server = createServer((socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  tested = new MonitorUnderTest(bundles);
  await tested.open({ kind: 'tcp', host: '127.0.0.1', port: address.port });
  await tested.untilState('open');
  while (!sockets[0]) await sleep(5);
  [board] = sockets as [Socket];
}

function print(lines: number): Promise<void> {
  const text = Array.from({ length: lines }, (_, row) => `${String(row)},${String(row % 1000)}\n`).join('');
  return new Promise((resolve) => board.write(text, () => setImmediate(resolve)));
}

describe('a page', () => {
  it('24, 25: that was away, or was not there yet, gets the whole picture of a million rows at once', async () => {
    await connect();
    for (let block = 0; block < 10; block++) await print(100_000);
    await tested.until('rows', ({ counts }) => counts.plotted === 1_000_000, 60_000);
    expect(tested.frames).toHaveLength(0);
    const endS = tested.status?.endS ?? 0;
    const began = performance.now();
    tested.client.send({ type: 'wholeFrame' });
    tested.client.send({ type: 'view', view: { kind: 'fixed', fromS: 0, toS: endS, columns: 1000 } });
    while (tested.frames.length === 0) await sleep(1);
    const tookMs = performance.now() - began;
    console.log(`  1,000,000 rows: picture after ${tookMs.toFixed(0)} ms`);
    expect(tookMs).toBeLessThan(300);
    const [frame] = tested.frames;
    for (const { times, minimum, maximum, name } of frame?.points ?? []) {
      expect(times.length).toBeLessThanOrEqual(3 * 1000 + 2);
      expect([minimum, maximum]).toEqual([0, name === 'value 1' ? 99_999 : 999]);
    }
    expect(frame?.points).toHaveLength(2);
  });

  it('21: that does not draw, is sent two pictures and no more, while nothing is lost', async () => {
    await connect();
    tested.draws = false;
    tested.client.send({ type: 'view', view: { kind: 'follow', windowS: 5, columns: 500 } });
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    for (let block = 0; block < 30; block++) {
      await print(10_000);
      await sleep(50);
    }
    await tested.until('rows', ({ counts }) => counts.plotted === 300_000, 60_000);
    loop.disable();
    console.log(`  event loop of the host: p99 ${(loop.percentile(99) / 1e6 - 1).toFixed(1)} ms`);
    expect(tested.frames).toHaveLength(2);
    expect(loop.percentile(99) / 1e6).toBeLessThan(100);
    tested.client.send({ type: 'shown', frame: 2 });
    await tested.until('picture', () => tested.frames.length === 3);
    expect(tested.frames[2]?.console?.firstLine).toBeGreaterThan(299_000);
    expect(await tested.client.request('consoleLines', { firstLine: 299_999, count: 5 })).toMatchObject({
      lines: [{ text: '9999,999' }],
    });
  });

  it('gets text of the board as text, whatever it is', async () => {
    await connect();
    tested.client.send({ type: 'view', view: { kind: 'follow', windowS: 5, columns: 500 } });
    board.write('<img src=x onerror=alert(1)>\n=cmd|calc:1\n');
    await tested.until('lines', ({ counts }) => counts.lines === 2);
    await tested.until('picture', () => tested.frames.some(({ console }) => console?.lines.length));
    const lines = tested.frames.flatMap(({ console }) => console?.lines.map(({ text }) => text) ?? []);
    expect(lines).toEqual(['<img src=x onerror=alert(1)>', '=cmd|calc:1']);
  });
});
