import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import type { GraphToLayOut } from '../../../src/protocol/graphLayout';
import { graphLayoutClient, type GraphLayoutClient } from '../../../src/workers/graphLayoutClient';
import { layOutGraph } from '../../../src/workers/layOutGraph';
import { buildForNode } from '../../nodeBundle';

const folder = mkdtempSync(join(tmpdir(), 'graph-layout-'));
const script = join(folder, 'graphLayout.worker.js');
const clients: GraphLayoutClient[] = [];

beforeAll(async () => {
  await buildForNode('src/workers/graphLayout.worker.ts', script);
});
afterEach(() => Promise.all(clients.splice(0).map((client) => client.dispose())));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function start(path = script): GraphLayoutClient {
  const client = graphLayoutClient(path);
  clients.push(client);
  return client;
}

function startSource(name: string, source: string): GraphLayoutClient {
  const path = join(folder, name);
  writeFileSync(path, source);
  return start(path);
}

const graph: GraphToLayOut = {
  nodes: Array.from({ length: 30 }, () => ({ width: 80, height: 40 })),
  edges: Array.from({ length: 29 }, (_, at) => ({ from: at, to: at + 1 })),
};

describe('graphLayoutClient', () => {
  it('gives what the layout gives, to requests at the same time too', async () => {
    const client = start();
    const expected = await layOutGraph(graph);
    for (const layout of await Promise.all([client.layOut(graph), client.layOut(graph)])) {
      expect(layout).toEqual(expected);
    }
  });

  it('rejects with a problem where the worker dies, and starts another for the next request', async () => {
    const client = startSource(
      'dies.js',
      `require('node:worker_threads').parentPort.on('message', () => process.exit(3));`,
    );
    await expect(client.layOut(graph)).rejects.toBeInstanceOf(Problem);
    await expect(client.layOut(graph)).rejects.toMatchObject({ sentence: { id: 'inspector.layoutEnded' } });
  });

  it('rejects what is under way when it is disposed of, and everything after', async () => {
    const client = startSource(
      'silent.js',
      `require('node:worker_threads').parentPort.on('message', () => {});`,
    );
    const asked = expect(client.layOut(graph)).rejects.toMatchObject({
      sentence: { id: 'inspector.layoutClosed' },
    });
    await client.dispose();
    await asked;
    await expect(client.layOut(graph)).rejects.toMatchObject({ sentence: { id: 'inspector.layoutClosed' } });
  });
});
