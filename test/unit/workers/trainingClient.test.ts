import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sineProject } from '../../../src/core/project/sineProject';
import type { OptimizerConfig } from '../../../src/core/nn/engine';
import { trainProject } from '../../../src/jobs/trainProject';
import type { TrainingEvent, TrainRequest } from '../../../src/protocol/trainingWorker';
import { startTrainingWorker, type TrainingClient } from '../../../src/workers/trainingClient';
import { directTrainer } from '../report/directTrainer';
import { buildForNode } from '../../nodeBundle';

const folder = mkdtempSync(join(tmpdir(), 'training-worker-'));
const script = join(folder, 'training.worker.js');
const clients: TrainingClient[] = [];
let nextScript = 1;

beforeAll(async () => {
  await buildForNode('src/workers/training.worker.ts', script);
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

/** The tutorial, each of its models for so many epochs. */
function request(epochs: number, optimizer?: OptimizerConfig): TrainRequest {
  const models = sineProject.models.map((model) => ({ ...model, epochs }));
  const training = { ...sineProject.training, ...(optimizer && { optimizer }) };
  return { project: { ...sineProject, models, training }, engine: 'builtin' };
}

/** Of each thread of this process: the 19th field, of which the second may contain blanks (proc_pid_stat(5)). */
function threadPriorities(): readonly number[] {
  return readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
}

describe('startTrainingWorker', () => {
  it('gives what the job gives, byte for byte, and tells everything in order before the reply', async () => {
    const asked = request(60);
    const events: TrainingEvent[] = [];
    const client = start();
    const reply = await client.train({ ...asked, watched: true }, { onEvent: (event) => events.push(event) });
    const direct = await trainProject(asked.project, { engine: 'builtin', trainer: directTrainer() });
    expect(reply.files).toEqual(direct.files);
    expect(reply.data).toEqual(direct.data);
    expect(reply.converted).toEqual(direct.converted);

    const phases = events.map(({ phase }) => phase).filter((phase, at, all) => phase !== all[at - 1]);
    const each = ['training', 'epochs', 'trained'];
    expect(phases).toEqual(['data', ...each, ...each, 'converting', 'converted']);
    for (const [model, { history }] of direct.models.entries()) {
      const batches = events.flatMap((event) =>
        event.phase === 'epochs' && event.model === model ? [event] : [],
      );
      const logs = batches.flatMap((batch) => batch.logs);
      expect(logs.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
      expect(logs.map(({ val_loss }) => val_loss)).toEqual(history.val_loss);
      expect(batches.map(({ newest }) => newest?.epoch)).toEqual(
        batches.map((batch) => batch.logs.at(-1)?.epoch),
      );
      const seconds = reply.models[model]?.result?.seconds ?? 0;
      expect(seconds).toBeGreaterThan(0);
      expect(batches.length).toBeLessThanOrEqual(1 + (seconds * 1000) / 18);
    }
    await expect(client.train(request(2))).resolves.toMatchObject({ stopped: false });
  });

  // Elsewhere a thread has no priority of its own.
  it.runIf(process.platform === 'linux')(
    'computes below the priority of the process, which keeps its own',
    async () => {
      const { PRIORITY_BELOW_NORMAL } = constants.priority;
      const own = getPriority();
      const below = (): number => threadPriorities().filter((one) => one === PRIORITY_BELOW_NORMAL).length;
      const before = below();
      await start().train(request(1));
      expect(below()).toBe(before + 1);
      expect(getPriority()).toBe(own);
    },
  );

  it('leaves the arrays of the request where they are', async () => {
    const rows = 40;
    const inputs = Float32Array.from({ length: rows }, (_, row) => row);
    const table = { rows, inputs, targets: inputs.map(Math.cos), lines: new Uint32Array(rows) };
    const data = {
      source: 'csv',
      file: 'a.csv',
      inputs: ['a'],
      target: 'b',
      seed: 1,
      normalize: 'standard',
    } as const;
    const { project, ...asked } = request(2);
    const reply = await start().train({ ...asked, project: { ...project, data }, table });
    expect(inputs).toHaveLength(rows);
    expect(reply.data.table?.inputs).toHaveLength(rows);
  });

  it('takes Stop while it trains, and gives the best weights so far', async () => {
    const client = start();
    const stop = new AbortController();
    let askedAt = 0;
    const reply = await client.train(request(1_000_000), {
      signal: stop.signal,
      onEvent: ({ phase }) => {
        if (phase !== 'epochs') return;
        askedAt ||= performance.now();
        stop.abort();
      },
    });
    expect(performance.now() - askedAt).toBeLessThan(1000);
    expect(reply).toMatchObject({ stopped: true, convertedModel: 0 });
    const { history, result } = reply.models[0]!;
    expect(history.val_loss[result!.bestEpoch - 1]).toBe(Math.min(...history.val_loss));
    expect(reply.models[1]).not.toHaveProperty('result');
    // A stop belongs to the training that ran, not to the next one.
    await expect(client.train(request(5))).resolves.toMatchObject({ stopped: false });
  });

  it('takes a Stop that came before, and learns for one epoch', async () => {
    const reply = await start().train(request(1_000_000), { signal: AbortSignal.abort() });
    expect(reply).toMatchObject({ stopped: true, models: [{ history: { loss: { length: 1 } } }, {}] });
  });

  it('refuses a second training beside the first, which goes on', async () => {
    const client = start();
    const first = client.train(request(20));
    await expect(client.train(request(1))).rejects.toMatchObject({ sentence: { id: 'nn.alreadyTraining' } });
    await expect(first).resolves.toMatchObject({ stopped: false });
  });

  it('passes on what the engine finds wrong, and serves on', async () => {
    const client = start();
    const wild = request(50, { name: 'sgd', learningRate: 1e9, momentum: 0 });
    await expect(client.train(wild)).rejects.toMatchObject({ sentence: { id: 'nn.diverged' } });
    await expect(client.train(request(1))).resolves.toMatchObject({ stopped: false });
  });

  it('ends a training at once when disposed of, and says so to whoever waits or comes later', async () => {
    const client = start();
    const stop = new AbortController();
    const waiting = client.train(request(1_000_000), { signal: stop.signal });
    const settled = expect(waiting).rejects.toMatchObject({ sentence: { id: 'nn.workerClosed' } });
    await client.dispose();
    await settled;
    await expect(client.train(request(1))).rejects.toMatchObject({ sentence: { id: 'nn.workerClosed' } });
    stop.abort();
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
    await expect(client.train(request(1))).rejects.toMatchObject({ sentence: { id } });
    await expect(client.train(request(1))).rejects.toMatchObject({ sentence: { id } });
  });
});
