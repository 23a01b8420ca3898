/** `inspect --json` against TensorFlow's own schema classes, on public models and on models made by its converter. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareModels } from '../../src/core/inspect/compare';
import { feedingView } from '../../src/core/inspect/feeding';
import { inspectJson } from '../../src/core/inspect/json';
import { openModel } from '../../src/core/inspect/openModel';
import { sizeView } from '../../src/core/inspect/size';
import { sentence } from '../../l10n/sentences';
import { hasShared, sharedPath } from '../shared';
import { askPython, describePython } from './python';

interface Judged {
  readonly version: number;
  readonly description: string;
  readonly subgraphs: readonly {
    readonly name: string;
    readonly inputs: readonly number[];
    readonly outputs: readonly number[];
    readonly tensors: readonly object[];
    readonly operators: readonly object[];
  }[];
}

const shared = hasShared
  ? readdirSync(sharedPath('models'))
      .filter((name) => name.endsWith('.tflite'))
      .map((name) => sharedPath(`models/${name}`))
  : [];

const read = (path: string) => new Uint8Array(readFileSync(path));

describePython('inspect --json', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tinyml-inspect-'));
  let models: Readonly<Record<string, Judged>> = {};
  let made: readonly string[] = [];

  beforeAll(() => {
    const answer = askPython('inspectModels.py', { make: folder, read: shared }) as {
      readonly made: readonly string[];
      readonly models: Readonly<Record<string, Judged>>;
    };
    ({ models, made } = answer);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('agrees with TensorFlow on every tensor and operator', () => {
    expect(made.length).toBeGreaterThanOrEqual(40);
    let tensors = 0;
    let operators = 0;
    for (const [path, judged] of Object.entries(models)) {
      const ours = inspectJson(read(path));
      expect(ours.damage, path).toEqual([]);
      expect(ours.version, path).toBe(judged.version);
      expect(ours.description, path).toBe(judged.description);
      expect(ours.subgraphs.length, path).toBe(judged.subgraphs.length);
      for (const [index, graph] of judged.subgraphs.entries()) {
        expect(ours.subgraphs[index], path).toMatchObject(graph);
        tensors += graph.tensors.length;
        operators += graph.operators.length;
      }
    }
    console.log(
      `inspect --json agrees on ${Object.keys(models).length} models (${made.length} made here), ` +
        `${tensors} tensors, ${operators} operators`,
    );
  });

  it('assigns every byte of every converted model', () => {
    for (const path of made) {
      const bytes = read(path);
      const { parts } = sizeView(openModel(bytes));
      expect(
        parts.reduce((sum, part) => sum + part.bytes, 0),
        path,
      ).toBe(bytes.length);
      expect(parts.find(({ kind }) => kind === 'unknown')?.bytes ?? 0, path).toBe(0);
    }
  });

  it('reads normalisation and labels of TFLite metadata', () => {
    const path = made.find((name) => basename(name) === 'metadata.tflite') ?? '';
    const view = feedingView(openModel(read(path)), 'metadata.tflite');
    expect(view.about).toEqual({ name: 'Gestures', author: 'A. Author' });
    expect(view.inputs[0]?.description).toBe('acceleration in g');
    expect(view.inputs[0]?.words).toContainEqual(
      sentence('inspect.normalization', { mean: '127.5', std: '63.75' }),
    );
    expect(view.outputs[0]?.labels).toEqual(['left', 'right', 'none']);
    expect([...(view.inputs[0]?.missing ?? []), ...(view.outputs[0]?.missing ?? [])]).toEqual([]);
    expect(sizeView(openModel(read(path))).savings.metadataBytes).toBeGreaterThan(100);
  });

  it('names what differs between a float model and its int8 twin', () => {
    const twin = (mode: string) =>
      openModel(read(made.find((name) => name.endsWith(`dense_${mode}.tflite`)) ?? ''));
    const comparison = compareModels(twin('float'), twin('int8'));
    const changed = comparison.operators.filter(({ kind }) => kind === 'changed');
    expect(changed).toHaveLength(2);
    const types = changed.flatMap((operator) =>
      operator.kind === 'changed' ? operator.changes.filter(({ what }) => what === 'type') : [],
    );
    expect(types.length).toBeGreaterThanOrEqual(6);
    const weights = changed.flatMap((operator) =>
      operator.kind === 'changed' ? operator.changes.filter(({ what }) => what === 'weights') : [],
    );
    // A code is at most half a scale from its value: weights here stay below 1, so scales are below 1/127.
    for (const { largestDifference } of weights) expect(largestDifference).toBeLessThan(0.5 / 127);
    expect(weights.length).toBeGreaterThan(0);
  });
});
