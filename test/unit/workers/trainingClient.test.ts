import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { builtinEngine } from '../../../src/core/nn/builtinEngine';
import type { EpochLog } from '../../../src/core/nn/engine';
import { drawRunData, sampleSets } from '../../../src/core/project/runData';
import { sineProject } from '../../../src/core/project/sineProject';
import { trainingPlan } from '../../../src/core/project/trainingPlan';
import type { FitRequest } from '../../../src/protocol/trainingWorker';
import { startTrainingWorker, type TrainingClient } from '../../../src/workers/trainingClient';

const folder = mkdtempSync(join(tmpdir(), 'training-worker-'));
const script = join(folder, 'training.worker.js');
const clients: TrainingClient[] = [];
let nextScript = 1;

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('../../../src/workers/training.worker.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
});
afterEach(() => Promise.all(clients.splice(0).map((client) => client.dispose())));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function start(path = script): TrainingClient {
  const client = startTrainingWorker(path);
  clients.push(client);
  return client;
}

function startSource(source: string): TrainingClient {
  const path = join(folder, `broken-${String(nextScript++)}.js`);
  writeFileSync(path, source);
  return start(path);
}

function request(epochs: number, engine: FitRequest['engine'] = 'builtin'): FitRequest {
  const [, planned] = trainingPlan(sineProject);
  if (!planned) throw new Error('The tutorial has two models.');
  const { training, validation } = sampleSets(drawRunData(sineProject));
  const { model, initialWeights, options } = planned;
  return { engine, model, initialWeights, training, validation, options: { ...options, epochs } };
}

const ignoreEpochs = (): void => undefined;

describe('startTrainingWorker', () => {
  it('gives what the engine gives, and every epoch once and in order, before the reply', async () => {
    const asked = request(60);
    const logs: EpochLog[] = [];
    let batches = 0;
    const client = start();
    const reply = await client.fit(asked, (some) => {
      batches++;
      logs.push(...some);
    });
    const { model, initialWeights, training, validation, options } = asked;
    const direct = await builtinEngine.fit(model, initialWeights, training, validation, options);
    expect(reply).toMatchObject({ ...direct, engine: 'builtin' });
    expect(reply.seconds).toBeGreaterThan(0);
    expect(logs.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(logs.map(({ val_loss }) => val_loss)).toEqual(direct.history.val_loss);
    expect(batches).toBeLessThanOrEqual(1 + (reply.seconds * 1000) / 18);
    expect(asked.training.inputs).toHaveLength(600);
    await expect(client.fit(request(2), ignoreEpochs)).resolves.toMatchObject({ stopped: false });
  });

  it('takes Stop while it trains, and gives the best weights so far', async () => {
    const client = start();
    let askedAt = 0;
    const reply = await client.fit(request(1_000_000), () => {
      if (askedAt === 0) client.stop();
      askedAt ||= performance.now();
    });
    expect(performance.now() - askedAt).toBeLessThan(1000);
    expect(reply.stopped).toBe(true);
    const lowest = Math.min(...reply.history.val_loss);
    expect(reply.history.val_loss[reply.bestEpoch - 1]).toBe(lowest);
    // A stop belongs to the fit that ran, not to the next one.
    await expect(client.fit(request(5), ignoreEpochs)).resolves.toMatchObject({ stopped: false });
  });

  it('refuses a second training beside the first, which goes on', async () => {
    const client = start();
    const first = client.fit(request(20), ignoreEpochs);
    await expect(client.fit(request(1), ignoreEpochs)).rejects.toMatchObject({
      sentence: { id: 'nn.alreadyTraining' },
    });
    await expect(first).resolves.toMatchObject({ stopped: false });
  });

  it('passes on what the engine finds wrong, and serves on', async () => {
    const client = start();
    const wild = request(50);
    const optimizer = { name: 'sgd', learningRate: 1e9, momentum: 0 } as const;
    await expect(
      client.fit({ ...wild, options: { ...wild.options, optimizer } }, ignoreEpochs),
    ).rejects.toMatchObject({
      sentence: { id: 'nn.diverged' },
    });
    await expect(client.fit(request(1), ignoreEpochs)).resolves.toMatchObject({ stopped: false });
  });

  it('ends a training at once when disposed of, and says so to whoever waits or comes later', async () => {
    const client = start();
    const waiting = client.fit(request(1_000_000), ignoreEpochs);
    const settled = expect(waiting).rejects.toMatchObject({ sentence: { id: 'nn.workerClosed' } });
    await client.dispose();
    await settled;
    await expect(client.fit(request(1), ignoreEpochs)).rejects.toMatchObject({
      sentence: { id: 'nn.workerClosed' },
    });
    client.stop();
    await client.dispose();
  });

  it.each([
    ['is absent', undefined, 'nn.workerFailed'],
    ['cannot start', 'throw new Error("no");', 'nn.workerFailed'],
    ['is no JavaScript', '}{', 'nn.workerFailed'],
    [
      'ends at the first message',
      'require("node:worker_threads").parentPort.on("message", () => process.exit(3));',
      'nn.workerEnded',
    ],
    [
      'throws later',
      'require("node:worker_threads").parentPort.on("message", () => { null.x; });',
      'nn.workerFailed',
    ],
  ])('rejects when the worker %s', async (_, source, id) => {
    const client = source === undefined ? start(join(folder, 'absent.js')) : startSource(source);
    await expect(client.fit(request(1), ignoreEpochs)).rejects.toMatchObject({ sentence: { id } });
    await expect(client.fit(request(1), ignoreEpochs)).rejects.toMatchObject({ sentence: { id } });
  });
});
