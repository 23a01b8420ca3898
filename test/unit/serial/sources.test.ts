/** What may be wrong with what stands behind a source: a network that is gone, a process that breaks down or is held up. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SourceEnd } from '../../../src/serial/byteSource';
import { startPortProcess } from '../../../src/serial/portProcessClient';
import { TcpSource } from '../../../src/serial/tcpSource';

const folder = mkdtempSync(join(tmpdir(), 'tinyml-sources-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function connected() {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const source = new TcpSource({ kind: 'tcp', host: '127.0.0.1', port: address.port });
  await source.open();
  await expect.poll(() => sockets.length).toBe(1);
  const [board] = sockets;
  if (!board) throw new Error('Nobody connected.');
  return { source, server, board };
}

describe('a board on the network', () => {
  // The fourth field of the kernel's list begins with 02 where a timer will ask whether the other side is there.
  it.runIf(process.platform === 'linux')('is asked whether it is there when it is silent', async () => {
    const { source, server, board } = await connected();
    const port = (board.remotePort ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const line = readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .map((text) => text.trim().split(/\s+/))
      .find(([, local]) => local?.endsWith(`:${port}`));
    expect(line?.[5]).toMatch(/^02:/);
    await source.close();
    server.close();
  });

  it('that hangs up is told of once, whatever the reason', async () => {
    const { source, server, board } = await connected();
    const ends: SourceEnd[] = [];
    source.onClose((end) => ends.push(end));
    board.resetAndDestroy();
    await expect.poll(() => ends).toMatchObject([{ kind: 'lost', why: { id: 'serial.tcpLost' } }]);
    server.close();
  });
});

describe('a port process that breaks down', () => {
  it('is told of in its own last words', async () => {
    const script = join(folder, 'broken.js');
    writeFileSync(script, `process.on('message', () => { throw new Error('the driver is of no use'); });`);
    const child = startPortProcess(script, { data: () => undefined, closed: () => undefined });
    const reason = await child.request('list', undefined).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(reason).toBe('Error: the driver is of no use');
    await child.end(0);
  });
});
