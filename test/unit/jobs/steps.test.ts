import { beforeAll, describe, expect, it } from 'vitest';
import { sineLoop } from '../../../src/core/firmware/programLoop';
import { Problem } from '../../../src/core/problem';
import type { Project } from '../../../src/core/project/project';
import { drawRunData, sampleSets } from '../../../src/core/project/runData';
import { sineProject } from '../../../src/core/project/sineProject';
import { representativeSamples } from '../../../src/core/quantize/representativeSamples';
import { comparePredictions } from '../../../src/jobs/comparePredictions';
import { floatModel } from '../../../src/core/quantize/floatModel';
import { exportProgram } from '../../../src/jobs/exportProgram';
import { int8File, sizeOptimisedFile } from '../../../src/jobs/quantizeFile';
import { predictReal } from '../../../src/jobs/predictReal';
import { runProgram } from '../../../src/jobs/runProgram';
import { trainProject } from '../../../src/jobs/trainProject';
import type { TrainedProject } from '../../../src/protocol/trainingWorker';
import { sampleNetwork } from '../quantize/sampleNetwork';
import { directTrainer } from '../report/directTrainer';

const project: Project = {
  ...sineProject,
  models: sineProject.models.slice(1).map((model) => ({ ...model, epochs: 40 })),
};
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const pause = (): Promise<void> => Promise.resolve();

/** Each step by itself makes what the whole training made: the two must never part. */
describe('the steps, one by one', () => {
  let trained: TrainedProject;
  const file = (path: string): Uint8Array => trained.files.get(path)!;
  beforeAll(async () => {
    trained = await trainProject(project, { engine: 'builtin', trainer: directTrainer() });
  });

  it('quantize to the bytes of the training', () => {
    const { training } = sampleSets(drawRunData(project));
    const float = file('sine_model.tflite');
    expect(sizeOptimisedFile(float).bytes).toEqual(file('sine_model_quantized.tflite'));
    expect(int8File(float, representativeSamples(training)).bytes).toEqual(file('sine_model_int8.tflite'));
  });

  it('quantize a file as Node and VS Code read it: a Buffer, at any place in its memory', () => {
    const samples = representativeSamples(sampleSets(drawRunData(project)).training);
    const float = file('sine_model.tflite');
    for (let offset = 0; offset < 16; offset++) {
      const place = Buffer.alloc(float.length + 16).subarray(offset, offset + float.length);
      place.set(float);
      expect(int8File(place, samples).bytes, `offset ${offset}`).toEqual(file('sine_model_int8.tflite'));
    }
  });

  it('refuse what is quantized already, and what is no model', () => {
    expect(() => sizeOptimisedFile(file('sine_model_int8.tflite'))).toThrow(Problem);
    expect(() => sizeOptimisedFile(new Uint8Array(7))).toThrow(Problem);
    expect(() => runProgram(new Uint8Array(0), sineLoop)).toThrow(Problem);
  });

  it('compare with the errors of the training', async () => {
    const { test } = sampleSets(drawRunData(project));
    const paths = ['sine_model', 'sine_model_quantized', 'sine_model_int8'];
    const models = paths.map((name) => ({ name, bytes: file(`${name}.tflite`) }));
    const compared = await comparePredictions(models, test, { input: 'x', target: 'y, noisy' }, pause);
    expect(compared.models).toEqual(
      trained.converted.map(({ path, testMse, testMae }) => ({
        name: path.replace('.tflite', ''),
        mse: testMse,
        mae: testMae,
      })),
    );
    const [header, ...rows] = compared.csv.trimEnd().split('\n');
    expect(header).toBe('x,"y, noisy",sine_model,sine_model_quantized,sine_model_int8');
    const x = rows.map((row) => Number(row.split(',')[0]));
    expect(x).toEqual([...test.inputs].sort((a, b) => a - b));
  });

  it('let others work while a large model is computed', async () => {
    const { description, weights } = sampleNetwork(1, 1, [300, 300, 1]);
    let [longestMs, turnStarted] = [0, performance.now()];
    const takeTurn = (): Promise<void> => {
      longestMs = Math.max(longestMs, performance.now() - turnStarted);
      return new Promise((resolve) =>
        setImmediate(() => {
          turnStarted = performance.now();
          resolve();
        }),
      );
    };
    await predictReal(floatModel(description, weights), new Float32Array(2000), takeTurn);
    await takeTurn();
    // Without turns this takes half a second.
    expect(longestMs).toBeLessThan(100);
  });

  it('export the program of the training, and of any of its models', () => {
    const program = exportProgram(
      'sine_model_quantized.tflite',
      file('sine_model_quantized.tflite'),
      sineLoop,
    );
    for (const [path, bytes] of program) expect(text(bytes), path).toBe(text(file(path)));
    const int8 = text(
      exportProgram('sine_model_int8.tflite', file('sine_model_int8.tflite'), sineLoop).get('main.cc'),
    );
    expect(int8).toContain('#include "sine_model_int8.h"');
    expect(int8).toContain('Dequantize');
  });

  it('export a program that compiles, whatever the file is called', () => {
    const files = exportProgram('a"b\\\n.tflite', file('sine_model_int8.tflite'), sineLoop);
    expect([...files.keys()]).toEqual(expect.arrayContaining(['a_b__.cc', 'a_b__.h']));
    expect(text(files.get('main.cc'))).toContain('#include "a_b__.h"\n');
  });

  it('run to what data.csv holds', () => {
    const { printed, written } = runProgram(file('sine_model_quantized.tflite'), sineLoop);
    expect(`${written.join('\n')}\n`).toBe(text(file('data.csv')));
    expect(printed.length).toBe(1000);
    printed.forEach((line, at) => {
      const [, x, y] = /^x:(-?\d+\.\d{6}), y:(-?\d+\.\d{6})$/.exec(line)!;
      const [csvX, csvY] = written[at]!.split(',').map(Number);
      expect(Math.abs(Number(x) - csvX!)).toBeLessThan(1e-5);
      expect(Math.abs(Number(y) - csvY!)).toBeLessThan(1e-5);
    });
  });
});
