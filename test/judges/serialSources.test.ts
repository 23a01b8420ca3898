/** What is no serial port but is read like one: a network address, and a program with what it has started. */
import { createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isRunning, processesWith } from '../e2e/board/processes';
import { MonitorUnderTest } from './monitorUnderTest';
import { serialBundles, type SerialBundles } from './serialBundles';

const monitors: MonitorUnderTest[] = [];
let bundles: SerialBundles;

beforeAll(async () => {
  bundles = await serialBundles();
});
afterEach(async () => {
  await Promise.all(monitors.splice(0).map(({ client }) => client.dispose()));
});
afterAll(() => {
  bundles.remove();
});

function monitor(): MonitorUnderTest {
  const started = new MonitorUnderTest(bundles);
  monitors.push(started);
  return started;
}

describe('other sources', () => {
  it('a network address is connected again, and its last line counts', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    const tested = monitor();
    await tested.open({ kind: 'tcp', host: '127.0.0.1', port: address.port });
    await tested.untilState('open');
    sockets[0]?.end('1,2\n3,4\n5,6\n7,8');
    await tested.until('rows', ({ counts }) => counts.plotted === 4);
    await tested.until('again', ({ connection }) => connection.name === 'open' && sockets.length === 2);
    sockets[1]?.write('9,10\n');
    await tested.until('row', ({ counts }) => counts.plotted === 5);
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it.skipIf(process.platform === 'win32')('a program ends with everything that it has started', async () => {
    const nap = `sleep 9876.${String(process.pid)}`;
    const tested = monitor();
    const script = `${nap} & printf "1,2\\n3,4\\n5,6\\n"; wait`;
    await tested.open({ kind: 'program', command: 'sh', args: ['-c', script], cwd: '/' });
    await tested.until('rows', ({ counts }) => counts.plotted === 3);
    const naps = processesWith(nap);
    expect(naps).toHaveLength(2);
    await tested.client.request('close', undefined);
    await expect.poll(() => naps.filter(isRunning)).toEqual([]);
  });
});
