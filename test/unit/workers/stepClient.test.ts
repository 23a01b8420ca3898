import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sineProject } from '../../../src/core/project/sineProject';
import { floatModel } from '../../../src/core/quantize/floatModel';
import { writeModel } from '../../../src/core/tflite/write';
import { comparePredictions } from '../../../src/jobs/comparePredictions';
import { exportProgram } from '../../../src/jobs/exportProgram';
import { quantizeFile } from '../../../src/jobs/quantizeFile';
import { runProgram } from '../../../src/jobs/runProgram';
import { stepInWorker } from '../../../src/workers/stepClient';
import { buildForNode } from '../../nodeBundle';
import { sampleNetwork } from '../quantize/sampleNetwork';

const folder = mkdtempSync(join(tmpdir(), 'step-worker-'));
const script = join(folder, 'step.worker.js');
const source = { project: sineProject };

beforeAll(async () => {
  await buildForNode('src/workers/step.worker.ts', script);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function model(): Uint8Array {
  const { description, weights } = sampleNetwork(1, 1, [16, 16, 1]);
  return writeModel(floatModel(description, weights));
}

describe('stepInWorker', () => {
  it('gives what each step gives here, byte for byte', async () => {
    const float = model();
    const models = [{ name: 'sine_model', bytes: float }];
    const program = { fileName: 'sine_model.tflite', bytes: float };
    expect(await stepInWorker(script, 'quantize', { how: 'quantized', float })).toEqual(
      quantizeFile({ how: 'quantized', float }),
    );
    expect(await stepInWorker(script, 'quantize', { how: 'int8', float, source })).toEqual(
      quantizeFile({ how: 'int8', float, source }),
    );
    expect(await stepInWorker(script, 'compare', { models, source })).toEqual(
      comparePredictions({ models, source }),
    );
    expect(await stepInWorker(script, 'run', { bytes: float })).toEqual(runProgram({ bytes: float }));
    expect(await stepInWorker(script, 'exportProgram', program)).toEqual(exportProgram(program));
    expect(float).toEqual(model());
  });

  it('leaves its caller free while it computes', async () => {
    const { description, weights } = sampleNetwork(1, 1, [300, 300, 1]);
    const float = writeModel(floatModel(description, weights));
    const [longestHereMs, hereMs] = await watched(() =>
      Promise.resolve(quantizeFile({ how: 'int8', float, source })),
    );
    const [longestMs] = await watched(() => stepInWorker(script, 'quantize', { how: 'int8', float, source }));
    // Here it is one piece.
    expect(longestHereMs).toBeGreaterThanOrEqual(hereMs * 0.9);
    expect(longestMs).toBeLessThan(hereMs / 2);
  });

  it('ends with the sentence of the step', async () => {
    await expect(stepInWorker(script, 'run', { bytes: new Uint8Array(7) })).rejects.toMatchObject({
      sentence: { id: expect.stringMatching(/^tflite\./) as string },
    });
  });

  it('ends with a sentence where the worker dies or is not there', async () => {
    const dying = join(folder, 'dying.js');
    writeFileSync(dying, `require('node:worker_threads').parentPort.on('message', () => process.exit(3));`);
    const asked = { bytes: model() };
    await expect(stepInWorker(dying, 'run', asked)).rejects.toMatchObject({
      sentence: { id: 'steps.workerEnded', args: { code: 3 } },
    });
    await expect(stepInWorker(join(folder, 'absent.js'), 'run', asked)).rejects.toMatchObject({
      sentence: { id: 'steps.workerFailed' },
    });
  });
});

/** The longest that a timer of a millisecond had to wait while the work was under way, and how long that took. */
async function watched(work: () => Promise<unknown>): Promise<readonly [longestMs: number, totalMs: number]> {
  const start = performance.now();
  let [last, longestMs] = [start, 0];
  const tick = (): void => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(tick, 1);
  await work();
  tick();
  clearInterval(timer);
  return [longestMs, performance.now() - start];
}
