import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTensorflowNode } from '../../../src/workers/tensorflowNode';
import { isTensorFlow } from '../../../src/workers/tensorflowOperations';

const packageName = '@tensorflow/tfjs-node';
const folder = mkdtempSync(join(tmpdir(), 'tfjs-node-'));
const empty = join(folder, 'empty');
const halfInstalled = join(folder, 'half');
const damaged = join(folder, 'damaged');

/** A package of that name without its code; what it would run is a file that leaves a trace. */
function putPackage(root: string, files: Readonly<Record<string, string>>): string {
  const own = join(root, 'node_modules', packageName);
  const all = { 'package.json': JSON.stringify({ name: packageName, version: '4.22.0' }), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(own, path, '..'), { recursive: true });
    writeFileSync(join(own, path), text);
  }
  return own;
}

beforeAll(() => {
  mkdirSync(empty);
  putPackage(halfInstalled, { 'index.js': 'throw new Error("must not be reached");' });
  putPackage(damaged, {
    'lib/napi-v8/tfjs_binding.node': 'no library',
    'index.js': 'globalThis.wasRun = 1;',
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function whyNot(chosen: string | undefined, own: string): string {
  const result = loadTensorflowNode(chosen, own);
  return result.found ? 'found' : result.why.id;
}

describe('loadTensorflowNode', () => {
  it('says what is missing: nothing beside the extension, or nothing where the person said', () => {
    expect(whyNot(undefined, empty)).toBe('engine.nativeAbsent');
    expect(whyNot(empty, empty)).toBe('engine.nativeNotThere');
    expect(whyNot(join(folder, 'no such folder'), empty)).toBe('engine.nativeNotThere');
  });

  it('does not climb to the folders above, where a workspace may have put something', () => {
    const below = join(halfInstalled, 'extension');
    mkdirSync(below);
    expect(whyNot(undefined, below)).toBe('engine.nativeAbsent');
    expect(whyNot(below, empty)).toBe('engine.nativeNotThere');
  });

  it('takes no relative path: it would depend on the folder in which VS Code was started', () => {
    expect(whyNot(relative(process.cwd(), halfInstalled), empty)).toBe('engine.nativeNotThere');
  });

  it.each([
    halfInstalled,
    join(halfInstalled, 'node_modules'),
    join(halfInstalled, 'node_modules', packageName),
  ])('finds the package in %s, and runs nothing of it when its native part is missing', (chosen) => {
    expect(loadTensorflowNode(chosen, empty)).toMatchObject({
      found: false,
      why: {
        id: 'engine.nativeBroken',
        args: { reason: expect.stringContaining('tfjs_binding.node') as string },
      },
    });
  });

  it('runs nothing of a package whose native part does not load', () => {
    expect(whyNot(damaged, empty)).toBe('engine.nativeBroken');
    expect(whyNot(undefined, damaged)).toBe('engine.nativeBroken');
    expect(globalThis).not.toHaveProperty('wasRun');
  });
});

describe('isTensorFlow', () => {
  it('refuses what is not TensorFlow.js', () => {
    for (const other of [undefined, null, 1, {}, { tidy: () => undefined }])
      expect(isTensorFlow(other)).toBe(false);
  });
});
