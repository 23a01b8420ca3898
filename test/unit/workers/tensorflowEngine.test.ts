import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtinEngine } from '../../../src/core/nn/builtinEngine';
import type { Engine, SampleSet } from '../../../src/core/nn/engine';
import { initialWeights } from '../../../src/core/nn/initializers';
import type { ModelDescription } from '../../../src/core/nn/model';
import { sineProject } from '../../../src/core/project/sineProject';
import { tensorflowEngine } from '../../../src/workers/tensorflowEngine';
import type { TensorFlow } from '../../../src/workers/tensorflowOperations';
import { loadTfjsBundle } from '../../../src/workers/tfjsBundle';
import { startTrainingWorker } from '../../../src/workers/trainingClient';
import { largestDisagreement, relativeTolerance } from '../../engineAgreement';
import { agreementCases, training, validation } from '../../engineCases';
import { buildTfjsBundle } from '../../tfjsBundle';
import { buildForNode } from '../../nodeBundle';

const folder = mkdtempSync(join(tmpdir(), 'tfjs-'));
let tf: TensorFlow;
let engine: Engine;

beforeAll(async () => {
  const path = join(folder, 'tfjs.js');
  await buildTfjsBundle(path);
  ({ tf } = loadTfjsBundle(path));
  engine = tensorflowEngine(tf);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const [first] = agreementCases;
if (!first) throw new Error('There are cases.');
const { model, weights, options } = first;

describe('the TensorFlow engine, with TensorFlow.js in JavaScript', () => {
  it.each(agreementCases)('has the losses of the built-in engine: $title', async (asked) => {
    const result = await engine.fit(asked.model, asked.weights, training, validation, asked.options);
    await largestDisagreement(result.history, asked);
  });

  it('agrees for several inputs and outputs, and batches larger than the data', async () => {
    const wide: ModelDescription = {
      name: 'wide',
      inputSize: 3,
      layers: [
        { type: 'dense', units: 5, activation: 'relu' },
        { type: 'dense', units: 2, activation: 'linear' },
      ],
    };
    const set: SampleSet = {
      samples: 200,
      inputs: training.inputs.slice(0, 600),
      targets: training.targets.slice(0, 400),
    };
    const start = initialWeights(wide, 3);
    const asked = { ...options, batchSize: 512 };
    const theirs = await engine.fit(wide, start, set, set, asked);
    const ours = await builtinEngine.fit(wide, start, set, set, asked);
    theirs.history.loss.forEach((value, epoch) => {
      expect(Math.abs(value / (ours.history.loss[epoch] ?? NaN) - 1)).toBeLessThan(relativeTolerance);
    });
    const predicted = await engine.predict(wide, theirs.weights, set.inputs);
    const judged = await builtinEngine.predict(wide, theirs.weights, set.inputs);
    expect(predicted).toHaveLength(400);
    predicted.forEach((value, index) => {
      expect(Math.abs(value - (judged[index] ?? NaN))).toBeLessThan(1e-5);
    });
  });

  it('leaves no tensor behind, also when it is stopped or fails', async () => {
    const before = tf.memory().numTensors;
    await engine.fit(model, weights, training, validation, { ...options, epochs: 2 });
    await engine.fit(model, weights, training, validation, options, { shouldStop: () => true });
    const wild = { name: 'sgd', learningRate: 1e9, momentum: 0 } as const;
    const failing = engine.fit(model, weights, training, validation, { ...options, optimizer: wild });
    await expect(failing).rejects.toMatchObject({ sentence: { id: 'nn.diverged' } });
    await engine.predict(model, weights, training.inputs);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('gives the best weights so far when it is stopped, and leaves the initial ones as they were', async () => {
    const kept = weights.map(({ kernel }) => kernel.slice());
    const seen: Float32Array[] = [];
    let epochs = 0;
    const result = await engine.fit(
      model,
      weights,
      training,
      validation,
      { ...options, epochs: 50 },
      {
        onEpochEnd: (_, own) => void seen.push(own[0]!.kernel.slice()),
        shouldStop: () => ++epochs === 7,
      },
    );
    expect(result).toMatchObject({ stopped: true });
    expect(result.history.loss).toHaveLength(7);
    expect(result.history.val_loss[result.bestEpoch - 1]).toBe(Math.min(...result.history.val_loss));
    expect(result.weights[0]?.kernel).toEqual(seen[result.bestEpoch - 1]);
    expect(weights.map(({ kernel }) => kernel)).toEqual(kept);
  });
});

describe('the engine tensorflow in the training worker, where nothing native is installed', () => {
  it('is TensorFlow.js from the bundle beside the worker, and says so', async () => {
    const workers = join(folder, 'dist', 'workers');
    const script = join(workers, 'training.worker.js');
    await buildTfjsBundle(join(workers, 'tfjs.js'));
    await buildForNode('src/workers/training.worker.ts', script);
    const worker = startTrainingWorker(script);
    const models = sineProject.models.map((one) => ({ ...one, epochs: 2 }));
    const project = { ...sineProject, models };
    const reply = await worker.train({ project, engine: 'tensorflow' });
    const builtin = await worker.train({ project, engine: 'builtin' });
    await worker.dispose();
    expect(reply).toMatchObject({ engine: 'tensorflow' });
    expect(reply.library).toMatch(/^tfjs \d+\.\d+\.\d+$/);
    expect(reply.notice?.map(({ id }) => id)).toEqual(['engine.nativeAbsent', 'engine.fallback']);
    expect(builtin.library).toBeUndefined();
    expect(builtin.notice).toBeUndefined();
    // TensorFlow.js is not in the way of those who do not ask for it.
    const partOfTensorflow = 'node_modules/@tensorflow/tfjs-core/';
    expect(readFileSync(join(workers, 'tfjs.js'), 'utf8')).toContain(partOfTensorflow);
    expect(readFileSync(script, 'utf8')).not.toContain(partOfTensorflow);
  });
});
