import { setTimeout as sleep } from 'node:timers/promises';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../sourceFiles';
import { ended, Tinyml } from './tinyml';

let tinyml: Tinyml;
beforeAll(async () => {
  tinyml = await Tinyml.bundle();
  await tinyml.run(['train', 'sine', '--out', 'trained']);
});
afterAll(() => tinyml.remove());

interface TrainDocument {
  readonly engine: string;
  readonly seconds: number;
  readonly models: readonly Readonly<Record<string, number | string>>[];
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

describe('tinyml train sine', () => {
  it('makes every file of the tutorial, twice the same to the byte, and describes them as JSON', async () => {
    const { code, stdout, stderr } = await tinyml.run(['train', 'sine', '--out', 'again', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(tinyml.files('again')).toEqual(tinyml.files('trained'));

    const document = JSON.parse(stdout) as TrainDocument;
    expect(document.engine).toBe('builtin');
    expect(document.models).toMatchObject([
      { name: 'model_1', parameters: 49, epochs: 1000 },
      { name: 'model_2', parameters: 321, epochs: 600 },
    ]);
    for (const { path, bytes } of document.files)
      expect(readFileSync(tinyml.path('again', path)).length).toBe(bytes);
    const made = [...tinyml.files('again').keys()];
    expect(document.files.map(({ path }) => path).sort()).toEqual(
      made.filter((path) => path !== '.tinyml/files.json').sort(),
    );
    expect(made).toEqual(
      expect.arrayContaining([
        ...[
          'sine_model.tflite',
          'sine_model_quantized.tflite',
          'sine_model_int8.tflite',
          'main.cc',
          'draw.py',
        ],
        ...['sine_model_quantized.cc', 'sine_model_quantized.h', 'sine_model_int8.cc', 'sine_model_int8.h'],
        ...['data.csv', 'model_1_history.csv', 'model_2_history.csv', 'tinyml.json', '.tinyml/files.json'],
      ]),
    );
  });

  it.each(['README.md', 'README.zh-cn.md'])('makes files of the sizes that %s names', (page) => {
    const text = readFileSync(join(projectFolder, page), 'utf8');
    for (const file of ['sine_model.tflite', 'sine_model_int8.tflite']) {
      const bytes = readFileSync(tinyml.path('trained', file)).length.toLocaleString('en');
      const row = text.split('\n').find((line) => line.startsWith(`| \`${file}\``));
      expect(row, file).toMatch(new RegExp(`\\D${bytes} (bytes|字节)`));
    }
  });

  it('gives other weights for another seed', async () => {
    await tinyml.run(['train', 'sine', '--out', 'other', '--seed', '7']);
    expect(tinyml.files('other').get('sine_model.tflite')).not.toBe(
      tinyml.files('trained').get('sine_model.tflite'),
    );
  });

  it('leaves a changed file, and everything beside it, until --force', async () => {
    await tinyml.run(['train', 'sine', '--out', 'mine', '--seed', '3']);
    appendFileSync(tinyml.path('mine', 'main.cc'), '// mine\n');
    const before = tinyml.files('mine');
    const refused = await tinyml.run(['train', 'sine', '--out', 'mine']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^1 file in mine .*: main\.cc\..*--force/);
    expect(tinyml.files('mine')).toEqual(before);
    expect((await tinyml.run(['train', 'sine', '--out', 'mine', '--force'])).code).toBe(0);
    expect(tinyml.files('mine')).toEqual(tinyml.files('trained'));
  });

  it('says what is in the way of the folder', async () => {
    writeFileSync(tinyml.path('a-file'), 'mine');
    const { code, stderr } = await tinyml.run(['train', 'sine', '--out', 'a-file']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'The output folder a-file cannot be made: a file of that name stands there. Rename the file, or save to another folder.\n',
    });
    expect(readFileSync(tinyml.path('a-file'), 'utf8')).toBe('mine');
  });

  it.skipIf(process.platform === 'win32')('stops on Ctrl-C, says so, and leaves nothing behind', async () => {
    for (let delayMs = 250; delayMs < 2000; delayMs += 50) {
      const child = tinyml.start(['train', 'sine', '--out', 'interrupted']);
      const end = ended(child);
      await sleep(delayMs);
      child.kill('SIGINT');
      const { code, stderr } = await end;
      // Too early, Node itself ends; the next attempt waits longer.
      if (stderr === '' && code !== 0) continue;
      expect(stderr).toMatch(/^Stopped while model_\d/);
      expect(code).toBe(130);
      expect(existsSync(tinyml.path('interrupted'))).toBe(false);
      return;
    }
    throw new Error('The program could not be interrupted at any time.');
  });
});

describe('tinyml run', () => {
  it('answers line for line, whatever ends the lines', async () => {
    const { code, stdout } = await tinyml.run(
      ['run', 'trained/sine_model.tflite'],
      '[[0]]\r\n\n[[1.5]]\n[[3]]',
    );
    expect(code).toBe(0);
    const values = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as number[][]);
    expect(values).toHaveLength(3);
    // The network is within 0.2 of the sine that it learned, everywhere in its data.
    [0, 1.5, 3].forEach((x, index) =>
      expect(Math.abs(values[index]![0]![0]! - Math.sin(x))).toBeLessThan(0.2),
    );
  });

  it.each([
    ['x', 'is not a JSON array'],
    ['{"a": 1}', 'is not a JSON array'],
    ['[["1"]]', 'is not a JSON array'],
    ['[[1, 2]]', 'does not fit the model'],
    ['[[1], [2]]', 'does not fit the model'],
  ])('of the line %s says its number, after having answered the lines before', async (line, why) => {
    const { code, stdout, stderr } = await tinyml.run(
      ['run', 'trained/sine_model_int8.tflite'],
      `[[5]]\n[[6]]\n${line}\n[[7]]\n`,
    );
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stderr).toMatch(/^Line 3 of the input/);
    expect(stderr).toContain(why);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = tinyml.start(['run', 'trained/sine_model.tflite']);
    child.stdin?.on('error', () => undefined);
    child.stdout?.once('data', () => child.stdout?.destroy());
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const feeding = setInterval(() => child.stdin?.write('[[1]]\n'.repeat(1000)), 5);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    clearInterval(feeding);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('tinyml verify', () => {
  it('finds what we write sound', async () => {
    for (const name of ['sine_model', 'sine_model_quantized', 'sine_model_int8']) {
      expect(await tinyml.run(['verify', `trained/${name}.tflite`])).toMatchObject({ code: 0, stderr: '' });
    }
  });

  it.each([
    ['cut.tflite', (bytes: Buffer) => bytes.subarray(0, 900), /byte \d+/],
    ['empty.tflite', () => Buffer.alloc(0), /empty\.tflite/],
    ['text.tflite', () => Buffer.from('not a model at all, but long enough'), /text\.tflite/],
  ])('says where %s breaks', async (name, damage, words) => {
    writeFileSync(tinyml.path(name), damage(readFileSync(tinyml.path('trained', 'sine_model.tflite'))));
    const { code, stdout, stderr } = await tinyml.run(['verify', name]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(words);
  });

  it('says that a file is not there', async () => {
    const { code, stderr } = await tinyml.run(['verify', 'nowhere.tflite']);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no file nowhere.tflite.');
  });
});

describe('tinyml train FILE', () => {
  it('makes of the tutorial’s own project file the same bytes, in its folder, and leaves the file as it is', async () => {
    const project = readFileSync(tinyml.path('trained', 'tinyml.json'), 'utf8');
    const commented = `// kept\n${project}`;
    mkdirSync(tinyml.path('other-place'));
    writeFileSync(tinyml.path('other-place', 'tinyml.json'), commented);
    const { code, stderr } = await tinyml.run(['train', 'other-place/tinyml.json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readFileSync(tinyml.path('other-place', 'tinyml.json'), 'utf8')).toBe(commented);
    const made = tinyml.files('other-place/sine_model');
    const expected = new Map(tinyml.files('trained'));
    for (const files of [made, expected])
      for (const path of ['tinyml.json', '.tinyml/files.json']) files.delete(path);
    expect(made).toEqual(expected);
  });

  it('says each fault of a project file in a line, with its place', async () => {
    writeFileSync(tinyml.path('broken.json'), '{\n  "version": 1,\n  "nmae": "x"\n}\n');
    const { code, stderr } = await tinyml.run(['train', 'broken.json']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^broken\.json, line 3, column 3: The project file knows no "nmae"/m);
    expect(stderr.trimEnd().split('\n').length).toBeGreaterThan(3);
  });

  it('trains on a CSV file, and names the line that is no number', async () => {
    const tutorial = JSON.parse(readFileSync(tinyml.path('trained', 'tinyml.json'), 'utf8')) as {
      readonly models: readonly object[];
    };
    const project = {
      ...tutorial,
      name: 'line',
      data: { source: 'csv', file: 'line.csv', inputs: ['x'], target: 'y', seed: 1 },
      models: [{ ...tutorial.models[0], epochs: 20 }],
    };
    mkdirSync(tinyml.path('csv'));
    writeFileSync(tinyml.path('csv', 'tinyml.json'), JSON.stringify(project));
    const rows = Array.from({ length: 50 }, (_, x) => `${x},${2 * x}`);
    writeFileSync(tinyml.path('csv', 'line.csv'), `x,y\n${rows.join('\n')}\n`);
    expect(await tinyml.run(['train', 'csv/tinyml.json'])).toMatchObject({ code: 0, stderr: '' });
    expect([...tinyml.files('csv/line').keys()]).toEqual(
      expect.arrayContaining(['line.tflite', 'report.md']),
    );

    writeFileSync(tinyml.path('csv', 'line.csv'), `x,y\n${rows.join('\n')}\n3,three\n`);
    const { code, stderr } = await tinyml.run(['train', 'csv/tinyml.json']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${join('csv', 'line.csv')}, line 52: "three" in column "y" is not a finite number. Correct or remove the line.\n`,
    });
    writeFileSync(tinyml.path('csv', 'line.csv'), '');
    expect((await tinyml.run(['train', 'csv/tinyml.json'])).stderr).toMatch(/^csv[\\/]line\.csv is empty\./);
    rmSync(tinyml.path('csv', 'line.csv'));
    expect((await tinyml.run(['train', 'csv/tinyml.json'])).stderr).toMatch(
      /^csv[\\/]line\.csv is not there/,
    );
  });
});
