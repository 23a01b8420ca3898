import { beforeAll, describe, expect, it } from 'vitest';
import { readCsvSamples } from '../../../src/core/data/csvSamples';
import { csvProject } from '../../../src/core/project/csvProject';
import type { Project } from '../../../src/core/project/project';
import { projectJson } from '../../../src/core/project/projectJson';
import { projectLenses } from '../../../src/core/project/projectLenses';
import { readProject } from '../../../src/core/project/readProject';
import { isCostly, trainingCost } from '../../../src/core/project/trainingCost';
import { sineProject } from '../../../src/core/project/sineProject';
import { readModel } from '../../../src/core/tflite/read';
import { Interpreter } from '../../../src/core/runtime/interpreter';
import { trainProject } from '../../../src/jobs/trainProject';
import type { TrainedProject } from '../../../src/protocol/trainingWorker';
import { directTrainer } from '../report/directTrainer';

/** A plane in large units, sorted, as files often are. */
const csv = `temperature,pressure,flow\n${Array.from({ length: 400 }, (_, row) => {
  const [temperature, pressure] = [row / 4, 1000 + ((row * 37) % 100)];
  return `${temperature},${pressure},${3 * temperature - 2 * pressure + 5000}`;
}).join('\n')}\n`;
const bytes = new TextEncoder().encode(csv);

function project(): Project {
  const made = csvProject('data.csv', csv);
  return { ...made, models: made.models.map((model) => ({ ...model, epochs: 150 })) };
}

describe('a project of a CSV file', () => {
  let trained: TrainedProject;
  beforeAll(async () => {
    const { data } = project();
    if (data.source !== 'csv') throw new Error(data.source);
    const table = await readCsvSamples([bytes], data);
    trained = await trainProject(project(), { engine: 'builtin', trainer: directTrainer(), table });
  });

  it('is written and read back as itself', () => {
    const reading = readProject(projectJson(project()));
    expect(reading).toEqual({ kind: 'project', project: project() });
    expect(project().data).toMatchObject({ inputs: ['temperature', 'pressure'], target: 'flow' });
  });

  it.each([
    ['gesture.csv', 'gesture_model'],
    ['logs/Gesture 2 (left).CSV', 'Gesture_2_left_model'],
    ['2024-05-01.csv', 'csv_model'],
    ['3 axes.csv', 'axes_model'],
    ['手势.csv', 'csv_model'],
    [`${'long'.repeat(40)}.csv`, `${'long'.repeat(14)}lo_model`],
  ])('is called after the file: %s', (file, name) => {
    const made = csvProject(file, csv);
    expect(made.name).toBe(name);
    expect(readProject(projectJson(made)).kind).toBe('project');
  });

  it('learns the plane, told in the units of the file', () => {
    const { result, history } = trained.models[0]!;
    // Targets deviate by about 100.
    expect(result!.testMae).toBeLessThan(10);
    expect(history.val_mae.at(-1)).toBeLessThan(15);
    expect(history.val_mae[0]).toBeGreaterThan(result!.testMae);
  });

  it('gives a .tflite that takes and gives plain units', () => {
    const interpreter = new Interpreter(readModel(trained.files.get('data_model.tflite')!));
    const { data, models } = trained;
    for (let at = 0; at < data.x.length; at += 7) {
      interpreter.inputs[0]!.data.set(data.table!.inputs.subarray(2 * at, 2 * at + 2));
      interpreter.invoke();
      expect(Math.abs(interpreter.outputs[0]!.data[0]! - models[0]!.result!.predictions[at]!)).toBeLessThan(
        0.05,
      );
    }
  });

  it('has a program that runs the first column over its range and holds the other at its mean', () => {
    const main = new TextDecoder().decode(trained.files.get('main.cc'));
    expect(main).toContain('// x is "temperature", y is "flow".');
    expect(main).toMatch(/kOthers\[kOtherInputs\] = \{10\d\d\.\d+f\}/);
    expect(trained.device.x[0]).toBeGreaterThanOrEqual(0);
    expect(trained.device.x.at(-1)).toBeLessThanOrEqual(100);
    // 3 x − 2 · mean pressure + 5000, as well as a small network knows it.
    trained.device.x.forEach((x, at) => {
      expect(Math.abs(trained.device.y[at]! - (3 * x - 2 * 1049.5 + 5000))).toBeLessThan(40);
    });
  });

  it('has a report that says nothing of sines or of noise that nobody knows', () => {
    const report = new TextDecoder().decode(trained.files.get('report.md'));
    expect(report).not.toMatch(/undefined|NaN|tutorial/i);
    expect(report).toContain('400 samples: 240 to train');
  });

  it('says in the report why int8 is worse, where it is', () => {
    const [float, , int8] = trained.converted;
    const report = new TextDecoder().decode(trained.files.get('report.md'));
    expect(int8!.testMse).toBeGreaterThan(2 * float!.testMse);
    // One scale covers 0 to 1099 in 255 steps; the pressure goes from 1000 to 1099 only: 23 of them.
    expect(report).toMatch(/the column "pressure" gets about 23\b/);
  });

  it.each([
    ['"file": "../data.csv"', 'project.csvPath'],
    ['"file": "/etc/passwd"', 'project.csvPath'],
    ['"file": "C:/data.csv"', 'project.csvPath'],
    ['"file": "a\\\\b.csv"', 'project.csvPath'],
    ['"file": 7', 'project.text'],
  ])('may not reach outside of its folder: %s', (text, id) => {
    const reading = readProject(projectJson(project()).replace('"file": "data.csv"', text));
    expect(reading.kind === 'problems' && reading.problems.map(({ said }) => said.id)).toEqual([id]);
  });

  it('must not predict a column from itself', () => {
    const reading = readProject(projectJson(project()).replace('"target": "flow"', '"target": "pressure"'));
    expect(reading.kind === 'problems' && reading.problems[0]?.said.id).toBe('project.targetIsInput');
  });
});

describe('what an editor shows of a project', () => {
  it('stands where the models do, with their parameters', () => {
    const text = `// mine\n${projectJson(sineProject)}`;
    const lenses = projectLenses(text)!;
    expect(lenses.trainOffset).toBe(8);
    expect(lenses.models.map(({ parameters }) => parameters)).toEqual([49, 321]);
    lenses.models.forEach(({ offset }, index) => {
      expect(text.slice(offset)).toMatch(new RegExp(`^\\{\\s*"name": "model_${index + 1}"`));
    });
    expect(projectLenses('{')).toBeUndefined();
  });
});

describe('what a training costs', () => {
  it('is asked about for 10,000 neurons, and not for the tutorial', () => {
    const wide = sineProject.models.map((model) => ({
      ...model,
      layers: model.layers.map((layer) => (layer.units === 16 ? { ...layer, units: 10_000 } : layer)),
    }));
    expect(isCostly(trainingCost(sineProject, 1000))).toBe(false);
    expect(isCostly(trainingCost({ ...sineProject, models: wide.slice(0, 1) }, 1000))).toBe(true);
    const [, two] = wide;
    const text = projectJson({ ...sineProject, models: two ? [two] : [] });
    expect(readProject(text)).toMatchObject({ problems: [{ said: { id: 'nn.projectTooLarge' } }] });
  });

  it.each(['0', '1e9', '-0.1', '"fast"'])('never comes to a learning rate of %s', (rate) => {
    const text = projectJson(sineProject).replace('"learningRate": 0.001', `"learningRate": ${rate}`);
    const reading = readProject(text);
    const line = text.split('\n').findIndex((one) => one.includes('learningRate')) + 1;
    expect(reading).toMatchObject({
      kind: 'problems',
      problems: [{ line, said: { id: 'nn.jsonNumberAbove' } }],
    });
  });

  it('never comes to a layer of no neurons', () => {
    const reading = readProject(projectJson(sineProject).replace('"units": 16', '"units": 0'));
    expect(reading).toMatchObject({ problems: [{ said: { id: 'nn.jsonWholeNumber' } }] });
  });
});
