import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import type { Project } from '../../../src/core/project/project';
import { drawRunData, sampleSets } from '../../../src/core/project/runData';
import { sineProject } from '../../../src/core/project/sineProject';
import { comparePredictions } from '../../../src/jobs/comparePredictions';
import { exportProgram } from '../../../src/jobs/exportProgram';
import { quantizeFile } from '../../../src/jobs/quantizeFile';
import { runProgram } from '../../../src/jobs/runProgram';
import type { Files } from '../../../src/jobs/saveFiles';
import { trainProject } from '../../../src/jobs/trainProject';
import type { TrainedProject } from '../../../src/protocol/trainingWorker';
import { directTrainer } from '../report/directTrainer';

const project: Project = {
  ...sineProject,
  models: sineProject.models.slice(1).map((model) => ({ ...model, epochs: 40 })),
};
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const source = { project };

/** Each step by itself makes what the whole training made: the two must never part. */
describe('the steps, one by one', () => {
  let trained: TrainedProject;
  const file = (path: string): Uint8Array => trained.files.get(path)!;
  beforeAll(async () => {
    trained = await trainProject(project, { engine: 'builtin', trainer: directTrainer() });
  });

  it('quantize to the bytes of the training', () => {
    const float = file('sine_model.tflite');
    expect(quantizeFile({ how: 'quantized', float }).bytes).toEqual(file('sine_model_quantized.tflite'));
    expect(quantizeFile({ how: 'int8', float, source }).bytes).toEqual(file('sine_model_int8.tflite'));
  });

  it('quantize a file as Node and VS Code read it: a Buffer, at any place in its memory', () => {
    const float = file('sine_model.tflite');
    for (let offset = 0; offset < 16; offset++) {
      const place = Buffer.alloc(float.length + 16).subarray(offset, offset + float.length);
      place.set(float);
      const { bytes } = quantizeFile({ how: 'int8', float: place, source });
      expect(bytes, `offset ${offset}`).toEqual(file('sine_model_int8.tflite'));
    }
  });

  it('refuse what is quantized already, and what is no model', () => {
    const float = file('sine_model_int8.tflite');
    expect(() => quantizeFile({ how: 'quantized', float })).toThrow(Problem);
    expect(() => quantizeFile({ how: 'quantized', float: new Uint8Array(7) })).toThrow(Problem);
    expect(() => runProgram({ bytes: new Uint8Array(0) })).toThrow(Problem);
  });

  it('compare with the errors of the training', () => {
    const { test } = sampleSets(drawRunData(project));
    const paths = ['sine_model', 'sine_model_quantized', 'sine_model_int8'];
    const models = paths.map((name) => ({ name, bytes: file(`${name}.tflite`) }));
    const compared = comparePredictions({ models, source });
    expect(compared.samples).toBe(test.samples);
    expect(compared.models).toEqual(
      trained.converted.map(({ path, testMse, testMae }) => ({
        name: path.replace('.tflite', ''),
        mse: testMse,
        mae: testMae,
      })),
    );
    const [header, ...rows] = compared.csv.trimEnd().split('\n');
    expect(header).toBe('x,y,sine_model,sine_model_quantized,sine_model_int8');
    const x = rows.map((row) => Number(row.split(',')[0]));
    expect(x).toEqual([...test.inputs].sort((a, b) => a - b));
  });

  it('name the columns of the file, quoted where CSV wants it, in the order of the first', () => {
    const data = {
      source: 'csv',
      file: 'a.csv',
      inputs: ['t, s'],
      target: 'say "y"',
      seed: 1,
      normalize: 'none',
    } as const;
    const rows = 50;
    const inputs = Float32Array.from({ length: rows }, (_, row) => ((row * 7) % rows) / 10);
    const targets = inputs.map((value) => 2 * value);
    const table = { rows, inputs, targets, lines: Uint32Array.from({ length: rows }, (_, row) => row + 2) };
    const models = [{ name: 'sine_model', bytes: file('sine_model.tflite') }];
    const { csv, samples } = comparePredictions({ models, source: { project: { ...project, data }, table } });
    const [header, ...lines] = csv.trimEnd().split('\n');
    expect(header).toBe('"t, s","say ""y""",sine_model');
    expect(lines.length).toBe(samples);
    const numbers = lines.map((line) => line.split(',').map(Number));
    numbers.forEach(([x, y], at) => {
      expect(y).toBe(Math.fround(2 * Math.fround(x!)));
      expect(x).toBeGreaterThan(numbers[at - 1]?.[0] ?? -1);
    });
  });

  it('export the program of the training, and of any of its models', () => {
    const exported = (fileName: string): Files => exportProgram({ fileName, bytes: file(fileName), source });
    const program = exported('sine_model_quantized.tflite');
    for (const [path, bytes] of program) expect(text(bytes), path).toBe(text(file(path)));
    const int8 = text(exported('sine_model_int8.tflite').get('main.cc'));
    expect(int8).toContain('#include "sine_model_int8.h"');
    expect(int8).toContain('Dequantize');
  });

  it('export a program that compiles, whatever the file is called', () => {
    const files = exportProgram({ fileName: 'a"b\\\n.tflite', bytes: file('sine_model_int8.tflite') });
    expect([...files.keys()]).toEqual(expect.arrayContaining(['a_b__.cc', 'a_b__.h']));
    expect(text(files.get('main.cc'))).toContain('#include "a_b__.h"\n');
  });

  it('run to what data.csv holds', () => {
    const { printed, written } = runProgram({ bytes: file('sine_model_quantized.tflite') });
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
