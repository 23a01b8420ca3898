/** 0 = done, 1 = the input is at fault and a sentence says so, 2 = wrong usage: what a CI job builds on. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../shared';
import { Tinyml } from './tinyml';

describeShared('the exit code of what looks at a model', () => {
  let tinyml: Tinyml;
  beforeAll(async () => {
    tinyml = await Tinyml.bundle();
    const sound = readFileSync(sharedPath('models/hello_world_int8.tflite'));
    writeFileSync(tinyml.path('sound.tflite'), sound);
    writeFileSync(
      tinyml.path('refused.tflite'),
      readFileSync(sharedPath('models/kws_ref_model_float32.tflite')),
    );
    writeFileSync(tinyml.path('cut.tflite'), sound.subarray(0, 2000));
    writeFileSync(tinyml.path('empty.tflite'), '');
  });
  afterAll(() => tinyml.remove());

  const rows: readonly (readonly [line: string, code: number])[] = [
    ['verify sound.tflite', 0],
    ['verify cut.tflite', 1],
    ['verify empty.tflite', 1],
    ['verify nowhere.tflite', 1],
    ['verify', 2],
    ['verify sound.tflite --arena', 2],
    ['inspect sound.tflite --json', 0],
    ['inspect cut.tflite --json', 1],
    ['inspect empty.tflite --json', 1],
    ['inspect nowhere.tflite --json', 1],
    ['inspect --json', 2],
    ['check sound.tflite', 0],
    ['check refused.tflite', 1],
    ['check refused.tflite --json', 1],
    ['check cut.tflite', 1],
    ['check nowhere.tflite', 1],
    ['check', 2],
    ['check sound.tflite --target', 2],
  ];

  it.each(rows)('of "tinyml %s" is %i', async (line, expected) => {
    const { code, stdout, stderr } = await tinyml.run(line.split(' '));
    expect({ code, stderr }).toMatchObject({ code: expected });
    // One JSON document, or nothing at all.
    if (line.includes('--json') && stdout !== '') expect(() => void JSON.parse(stdout)).not.toThrow();
    if (expected === 2) expect(stdout).toBe('');
    // Findings are what was asked for, and stand on stdout; everything else that is at fault is told on stderr.
    const isFinding = line.startsWith('check refused');
    expect(stderr.trim() !== '').toBe(expected !== 0 && !isFinding);
  });
});
