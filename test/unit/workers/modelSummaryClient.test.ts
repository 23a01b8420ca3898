import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import type { ModelsToCompare } from '../../../src/protocol/modelWorker';
import { ModelSummaryService } from '../../../src/workers/modelSummaryService';
import { isAnsweredHere } from '../../../src/workers/answeredHere';
import { compareModelFiles } from '../../../src/workers/modelComparison';
import { compareInBackground, openModelClient } from '../../../src/workers/modelSummaryClient';
import { describeShared, sharedPath } from '../../shared';
import { buildForNode } from '../../nodeBundle';

describeShared('a model too large for the extension host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'model-worker-'));
  const script = join(folder, 'modelSummary.worker.js');
  const fileName = 'mobilenet_v2_quantized_1x3x224x224.tflite';
  const bytes = (): Uint8Array => new Uint8Array(readFileSync(sharedPath(`models/${fileName}`)));

  beforeAll(async () => {
    await buildForNode('src/workers/modelSummary.worker.ts', script);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read in a worker, with the answers it would get at once', async () => {
    const file = { bytes: bytes(), fileName };
    expect(isAnsweredHere(file.bytes)).toBe(false);
    const here = new ModelSummaryService();
    const client = await openModelClient(script, { bytes: bytes(), fileName });
    try {
      expect(client.reading).toEqual(here.open(file));
      const settings = { target: 'cortex-m-ref', overrides: { TML014: 'off' } } as const;
      expect(await client.ask('findings', settings)).toEqual(here.findings(settings));
      for (const tensor of [0, 1, 50, 100_000]) {
        const query = { subgraph: 0, tensor };
        expect(await client.ask('tensor', query)).toEqual(here.tensor(query));
        const channel = { ...query, channel: 1 };
        expect(await client.ask('channelHistogram', channel)).toEqual(here.channelHistogram(channel));
        const values = { ...query, offset: 3, count: 7, kind: 'real' } as const;
        expect(await client.ask('values', values)).toEqual(here.values(values));
        const npy = { ...query, format: 'npy', values: 'raw' } as const;
        expect(await client.ask('tensorFile', npy)).toEqual(here.tensorFile(npy));
      }
      const array = { name: 'g_model', header: 'model.h', origin: fileName };
      expect(Buffer.compare(await client.ask('arraySource', array), here.arraySource(array))).toBe(0);
      expect(await client.ask('graph', { subgraph: 0 })).toEqual(here.graph({ subgraph: 0 }));
    } finally {
      client.dispose();
    }
  });

  it('is compared in a worker, with the answer it would get at once', async () => {
    const small = new Uint8Array(readFileSync(sharedPath('models/person_detect.tflite')));
    const pair = (): ModelsToCompare => ({ before: bytes(), after: small.slice(), target: 'cortex-m-ref' });
    expect(await compareInBackground(script, pair())).toEqual(compareModelFiles(pair()));
    const none = await compareInBackground(script, { ...pair(), after: Uint8Array.of(1, 2, 3) });
    expect(none).toMatchObject({ kind: 'unreadable', why: [{ id: 'tflite.isTooShort' }] });
  });

  it('asked after it was closed ends with a sentence', async () => {
    const client = await openModelClient(script, { bytes: bytes(), fileName });
    const asked = client.ask('tensor', { subgraph: 0, tensor: 0 });
    client.dispose();
    await expect(asked).rejects.toBeInstanceOf(Problem);
    await expect(client.ask('graph', { subgraph: 0 })).rejects.toBeInstanceOf(Problem);
  });

  it('whose worker dies ends with a sentence', async () => {
    const broken = join(folder, 'broken.js');
    writeFileSync(broken, 'process.exit(3)');
    await expect(openModelClient(broken, { bytes: bytes(), fileName })).rejects.toBeInstanceOf(Problem);
    writeFileSync(broken, 'throw new Error("no memory")');
    await expect(openModelClient(broken, { bytes: bytes(), fileName })).rejects.toBeInstanceOf(Problem);
  });
});
