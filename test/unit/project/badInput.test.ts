/** Projects that cannot be trained, through the program as a person starts it: one sentence each, and no file. */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CsvSource, Project, SineSource } from '../../../src/core/project/project';
import { projectJson } from '../../../src/core/project/projectJson';
import { sineProject } from '../../../src/core/project/sineProject';
import { ended, Tinyml, type Ended } from '../cli/tinyml';

let tinyml: Tinyml;
beforeAll(async () => {
  tinyml = await Tinyml.bundle();
});
afterAll(() => tinyml.remove());

const sine = sineProject.data as SineSource;
const [model] = sineProject.models;
if (!model) throw new Error('The tutorial has models.');
const csv: CsvSource = {
  source: 'csv',
  file: 'data.csv',
  inputs: ['x'],
  target: 'y',
  seed: 1,
  normalize: 'none',
};
const sgd = (learningRate: number): Partial<Project> => ({
  training: { ...sineProject.training, optimizer: { name: 'sgd', learningRate, momentum: 0 } },
});

/** Trains a project in a folder of its own. */
async function train(
  folder: string,
  project: Partial<Project>,
  edit: (text: string) => string = (text) => text,
  args: readonly string[] = [],
): Promise<Ended> {
  mkdirSync(tinyml.path(folder), { recursive: true });
  const short = sineProject.models.map((one) => ({ ...one, epochs: 20 }));
  const text = projectJson({ ...sineProject, models: short, ...project });
  writeFileSync(tinyml.path(folder, 'tinyml.json'), edit(text));
  return tinyml.run(['train', `${folder}/tinyml.json`, ...args]);
}

function line(rows: readonly (readonly [number | string, number | string])[]): string {
  return `x,y\n${rows.map((row) => row.join(',')).join('\n')}\n`;
}
const straight = (count: number): [number, number][] => Array.from({ length: count }, (_, x) => [x / 10, x]);

function writeData(folder: string, text: string): void {
  mkdirSync(tinyml.path(folder), { recursive: true });
  writeFileSync(tinyml.path(folder, 'data.csv'), text);
}

const wrote = (folder: string, name = 'sine_model'): boolean => existsSync(tinyml.path(folder, name));

describe('training that grows beyond every number', () => {
  it('ends with the learning rate as what to change, and no file', async () => {
    const { code, stderr } = await train('fast', sgd(10));
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Training ended in epoch \d+: the loss or a weight grew beyond every number \(learning rate 10, .*Try a learning rate ten times smaller\.$/m,
    );
    expect(wrote('fast')).toBe(false);
  });

  it('names the line and the column of a value that is no part of the others', async () => {
    const rows = straight(80);
    writeData('row', line([...rows.slice(0, 37), [1e9, 5], ...rows.slice(37)]));
    const { code, stderr } = await train('row', { data: csv, ...sgd(0.01) });
    expect(code).toBe(1);
    // A line of names, 37 rows, and then it.
    expect(stderr).toMatch(/data\.csv, line 39: column "x" holds 1000000000, far from all its other values/);
    expect(wrote('row')).toBe(false);
  });

  it('asks for "normalize" where all values are large', async () => {
    writeData('scale', line(straight(80).map(([x, y]) => [x * 1e6, y])));
    const { stderr } = await train('scale', { data: csv, ...sgd(0.01) });
    expect(stderr).toMatch(
      /column "x" of data\.csv holds values up to 7900000\. Set "normalize" to "standard"/,
    );
    const cured = await train('scale', { data: { ...csv, normalize: 'standard' }, ...sgd(0.01) });
    expect(cured).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('numbers that no training can use', () => {
  it.each(['0', '-0', '-0.1', '1e9', '1e400', '"fast"', 'null', 'NaN'])(
    'a learning rate of %s',
    async (rate) => {
      const { code, stderr } = await train('rate', {}, (text) =>
        text.replace('"learningRate": 0.001', `"learningRate": ${rate}`),
      );
      const at = projectJson(sineProject)
        .split('\n')
        .findIndex((one) => one.includes('"learningRate"'));
      expect(code).toBe(1);
      expect(stderr).toContain(`rate/tinyml.json, line ${at + 1}, column 23: `);
      expect(wrote('rate')).toBe(false);
    },
  );

  it('0 neurons, and more than memory holds', async () => {
    for (const units of ['0', '-1', '1.5', '10001', '1e99']) {
      const { code, stderr } = await train('units', {}, (text) =>
        text.replace('"units": 16', `"units": ${units}`),
      );
      expect({ code, units }).toEqual({ code: 1, units });
      expect(stderr).toMatch(
        /^units\/tinyml\.json, line \d+, column \d+: "models\[0\]\.layers\[0\]\.units" must be a whole number from 1 to 10000\./,
      );
    }
  });

  it('10,000 neurons: says size and time, and trains with --yes only', async () => {
    const layers = [
      { type: 'dense', units: 10_000, activation: 'relu' },
      { type: 'dense', units: 1, activation: 'linear' },
    ] as const;
    const wide = { data: { ...sine, samples: 20 }, models: [{ name: 'wide', layers, epochs: 1 }] };
    const { code, stderr } = await train('wide', wide);
    expect(code).toBe(1);
    // 1 · 10,000 + 10,000 weights and biases, then 10,000 + 1; four bytes each.
    expect(stderr).toMatch(
      /^This trains 30,001 parameters: about 117 KB of weights, in less than a minute\./,
    );
    expect(stderr).toContain('--yes');
    expect(wrote('wide')).toBe(false);
    expect(await train('wide', wide, undefined, ['--yes'])).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(tinyml.path('wide', 'sine_model', 'sine_model.tflite')).length).toBeGreaterThan(
      4 * 30_001,
    );
  });
});

describe('files of data that cannot be read', () => {
  it.each([
    ['text in a number column', line([...straight(20), ['3', 'three']]), /line 22: "three" in column "y"/],
    ['an empty file', '', /data\.csv is empty/],
    ['names only', 'x,y\n', /has only 0 rows/],
    [
      'a number whose square is none',
      line([...straight(20), [1, '-2e19']]),
      /line 22: -2e19 in column "y" is too large/,
    ],
  ])('%s', async (_, text, expected) => {
    writeData('unread', text);
    const { code, stderr } = await train('unread', { data: csv });
    expect(code).toBe(1);
    expect(stderr).toMatch(expected);
    expect(stderr).toMatch(/^unread[\\/]data\.csv\b.*\.\n$/);
    expect(wrote('unread')).toBe(false);
  });
});

describe('a million rows', () => {
  it('are trained on in bounded memory', async () => {
    mkdirSync(tinyml.path('million'));
    const file = createWriteStream(tinyml.path('million', 'data.csv'));
    file.write('time,x,y\n');
    for (let row = 0; row < 1_000_000; row += 10_000) {
      const piece = Array.from({ length: 10_000 }, (_, at) => {
        const x = ((row + at) * 7919) % 1000;
        return `${row + at},${x / 10},${x / 5}`;
      });
      file.write(`${piece.join('\n')}\n`);
    }
    file.end();
    await finished(file);
    const million: Partial<Project> = {
      data: { ...csv, normalize: 'standard' },
      training: { ...sineProject.training, batchSize: 1024 },
      models: [{ ...model, epochs: 1 }],
    };
    // Told by the process itself, when it ends.
    const watch = tinyml.path('watch.cjs');
    const told = tinyml.path('most.txt');
    const write = `require('node:fs').writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS))`;
    writeFileSync(
      watch,
      `if (require('node:worker_threads').isMainThread) process.on('exit', () => ${write});\n`,
    );
    writeFileSync(tinyml.path('million', 'tinyml.json'), projectJson({ ...sineProject, ...million }));
    const started = performance.now();
    const child = spawn(
      process.execPath,
      ['-r', watch, tinyml.path('dist', 'cli.js'), 'train', 'million/tinyml.json'],
      {
        cwd: tinyml.folder,
        env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
      },
    );
    expect(await ended(child)).toMatchObject({ code: 0, stderr: '' });
    const megabytes = Number(readFileSync(told, 'utf8')) / 1024;
    console.log(
      `A million rows: ${((performance.now() - started) / 1000).toFixed(1)} s, ${megabytes.toFixed(0)} MB at most.`,
    );
    // Node itself takes 60 MB; the file has 20 MB, and is used as about 100 bytes a row.
    expect(megabytes).toBeLessThan(300);
  }, 60_000);
});
