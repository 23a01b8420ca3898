/** Findings against the real TensorFlow Lite Micro: where we say "error" it must refuse, where we do not it must run. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkModel } from '../../src/core/check/check';
import { openModel } from '../../src/core/inspect/openModel';
import { writeModel } from '../../src/core/tflite/write';
import { hasShared, sharedPath } from '../shared';
import { askPython, describePython } from './python';
import { refusedModels } from './refusedModels';

const shared = hasShared
  ? readdirSync(sharedPath('models'))
      .filter((name) => name.endsWith('.tflite'))
      .map((name) => sharedPath(`models/${name}`))
  : [];

describePython('findings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tinyml-check-'));
  let verdicts: Readonly<Record<string, string | null>> = {};

  beforeAll(() => {
    const { made } = askPython('inspectModels.py', { make: folder, read: [] }) as {
      readonly made: readonly string[];
    };
    const refused = Object.entries(refusedModels).map(([name, model]) => {
      const path = join(folder, `${name}.tflite`);
      writeFileSync(path, writeModel(model));
      return path;
    });
    verdicts = askPython('checkModels.py', { paths: [...shared, ...made, ...refused] }) as typeof verdicts;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('agree with TensorFlow Lite Micro about every model', () => {
    const rows = Object.entries(verdicts).map(([path, printed]) => {
      const bytes = new Uint8Array(readFileSync(path));
      const errors = checkModel({ model: openModel(bytes).model, file: bytes, target: 'x86-64-ref' }).filter(
        ({ severity }) => severity === 'error',
      );
      return { name: basename(path), errors, printed };
    });
    const wrong = rows.filter(({ errors, printed }) => errors.length > 0 !== (printed !== null));
    expect(
      wrong.map(({ name, errors, printed }) => ({ name, codes: errors.map(({ code }) => code), printed })),
    ).toEqual([]);
    const refused = rows.filter(({ printed }) => printed !== null);
    console.log(`Findings agree with TFLM on ${rows.length} models; it refuses ${refused.length} of them.`);
    // The line that we say the board would log is among what it printed; line numbers move between commits.
    const unnumbered = (text: string) => text.replace(/(\.cc):\d+/g, '$1');
    for (const { name, errors, printed } of refused) {
      const lines = errors.flatMap(({ log }) => (log === undefined ? [] : [log.split('\n')[0] ?? '']));
      const isMadeForIt = name.replace('.tflite', '') in refusedModels;
      if (lines.length > 0 || isMadeForIt)
        expect(
          lines.some((line) => unnumbered(printed ?? '').includes(unnumbered(line))),
          `${name}\n${lines.join('\n')}\n${printed ?? ''}`,
        ).toBe(true);
    }
  });
});
