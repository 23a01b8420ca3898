import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import { recordPath } from '../../../src/jobs/fileRecord';
import { saveFiles, type ChangedAnswer, type Files } from '../../../src/jobs/saveFiles';
import { MemoryFileStore } from './memoryFileStore';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const shown = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);

const firstRun: Files = new Map([
  ['a.tflite', text('first model')],
  ['main.cc', text('first program')],
  ['data.csv', text('1,2')],
]);
const secondRun: Files = new Map([
  ['a.tflite', text('second model, longer')],
  ['main.cc', text('second program')],
  ['data.csv', text('1,2')],
  ['draw.py', text('second drawing')],
]);

const neverAsked = (): Promise<ChangedAnswer> => Promise.reject(new Error('Nobody should have been asked.'));

interface Scene {
  readonly name: string;
  readonly answer: ChangedAnswer;
  /** Files that the person changed or made after the first run. */
  readonly theirs: Readonly<Record<string, string>>;
  readonly ranBefore: boolean;
}

const scenes: readonly Scene[] = [
  { name: 'an empty folder', answer: 'cancel', theirs: {}, ranBefore: false },
  { name: 'our own earlier run', answer: 'cancel', theirs: {}, ranBefore: true },
  { name: 'a changed file, kept', answer: 'keep', theirs: { 'main.cc': 'mine' }, ranBefore: true },
  {
    name: 'a changed file, overwritten',
    answer: 'overwrite',
    theirs: { 'main.cc': 'mine' },
    ranBefore: true,
  },
  { name: 'a changed file, cancelled', answer: 'cancel', theirs: { 'main.cc': 'mine' }, ranBefore: true },
  { name: 'a file we never wrote, kept', answer: 'keep', theirs: { 'draw.py': 'mine' }, ranBefore: true },
  {
    name: 'strangers only',
    answer: 'keep',
    theirs: { 'a.tflite': 'mine', 'draw.py': 'mine' },
    ranBefore: false,
  },
];

async function folderOf(scene: Scene): Promise<MemoryFileStore> {
  const store = new MemoryFileStore();
  if (scene.ranBefore) await saveFiles(firstRun, store, neverAsked);
  for (const [path, content] of Object.entries(scene.theirs)) store.files.set(path, text(content));
  store.operations = 0;
  return store;
}

describe.each(scenes)('saving into $name', (scene) => {
  it('asks once about exactly the files that are not ours, and does what was answered', async () => {
    const store = await folderOf(scene);
    const asked: (readonly string[])[] = [];
    const outcome = await saveFiles(secondRun, store, (paths) => {
      asked.push(paths);
      return Promise.resolve(scene.answer);
    });
    const theirs = Object.keys(scene.theirs);
    expect(asked).toEqual(theirs.length === 0 ? [] : [theirs]);
    const cancelled = theirs.length > 0 && scene.answer === 'cancel';
    expect(outcome.kind).toBe(cancelled ? 'cancelled' : 'saved');
    for (const [path, bytes] of secondRun) {
      const before = scene.theirs[path] ?? (scene.ranBefore ? shown(firstRun.get(path)) : undefined);
      const stays = cancelled || (scene.answer === 'keep' && path in scene.theirs);
      expect(shown(store.files.get(path))).toBe(stays ? before : shown(bytes));
    }
    if (outcome.kind === 'saved') expect(outcome.kept).toEqual(scene.answer === 'keep' ? theirs : []);
  });

  it('at every operation that fails: no half file, no lost file, a problem in words, and a later save succeeds', async () => {
    const whole = await folderOf(scene);
    await saveFiles(secondRun, whole, () => Promise.resolve(scene.answer));
    expect(whole.operations).toBeGreaterThan(4);

    for (let failing = 0; failing < whole.operations; failing++) {
      for (const lasting of [false, true]) {
        const store = await folderOf(scene);
        const before = new Map(store.files);
        store.before = (operation, path, index) => {
          if (lasting ? index >= failing : index === failing) throw new Error(`ENOSPC: ${operation} ${path}`);
        };
        const error = await saveFiles(secondRun, store, () => Promise.resolve(scene.answer)).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        // Only the failure of a clean-up, or of an operation after a cancelled save, may go unnoticed.
        if (error !== undefined) expect(error).toBeInstanceOf(Problem);
        for (const [path, bytes] of secondRun) {
          const allowed = [shown(before.get(path)), shown(bytes)].filter((_, index) => {
            return index === 0 || !(path in scene.theirs) || scene.answer === 'overwrite';
          });
          expect(allowed, `${path} after operation ${failing} failed`).toContain(
            shown(store.files.get(path)),
          );
        }
        if (error instanceof Problem && error.sentence.id !== 'jobs.save.halfway') {
          for (const path of secondRun.keys()) expect(store.files.get(path)).toEqual(before.get(path));
        }
        if (!lasting)
          expect([...store.files.keys()].filter((path) => path.endsWith('.tinyml-new'))).toEqual([]);
        const record: unknown = JSON.parse(shown(store.files.get(recordPath)) ?? '{}');
        expect(record).toBeTypeOf('object');

        store.before = () => undefined;
        const again = await saveFiles(secondRun, store, (paths) => {
          // Never asked about a file that we wrote ourselves.
          for (const path of paths) expect(scene.theirs).toHaveProperty([path]);
          return Promise.resolve('overwrite');
        });
        expect(again.kind).toBe('saved');
        for (const [path, bytes] of secondRun) expect(shown(store.files.get(path))).toBe(shown(bytes));
      }
    }
  });
});

describe('saving', () => {
  it('asks again next time about a file that was kept', async () => {
    const store = new MemoryFileStore();
    await saveFiles(firstRun, store, neverAsked);
    store.files.set('main.cc', text('mine'));
    for (let time = 0; time < 3; time++) {
      const outcome = await saveFiles(time % 2 ? firstRun : secondRun, store, () => Promise.resolve('keep'));
      expect(outcome).toMatchObject({ kind: 'saved', kept: ['main.cc'] });
      expect(shown(store.files.get('main.cc'))).toBe('mine');
    }
  });

  it('keeps a file that changes while the question stands open', async () => {
    const store = new MemoryFileStore();
    await saveFiles(firstRun, store, neverAsked);
    store.files.set('main.cc', text('mine'));
    const outcome = await saveFiles(secondRun, store, () => {
      store.files.set('a.tflite', text('new and theirs'));
      return Promise.resolve('overwrite');
    });
    expect(outcome).toMatchObject({ kind: 'saved', kept: ['a.tflite'] });
    expect(shown(store.files.get('a.tflite'))).toBe('new and theirs');
    expect(shown(store.files.get('main.cc'))).toBe('second program');
  });

  it('keeps the new content beside, where a rename has deleted the old file and then failed', async () => {
    const store = new MemoryFileStore();
    await saveFiles(firstRun, store, neverAsked);
    store.before = (operation, path) => {
      if (operation !== 'rename' || path !== 'main.cc') return;
      store.files.delete(path);
      throw new Error('EIO');
    };
    await expect(saveFiles(secondRun, store, neverAsked)).rejects.toBeInstanceOf(Problem);
    expect(shown(store.files.get('main.cc.tinyml-new'))).toBe('second program');
  });

  it('writes nothing where everything stands already, so a read-only folder is no obstacle then', async () => {
    const store = new MemoryFileStore();
    await saveFiles(secondRun, store, neverAsked);
    store.before = (operation) => {
      if (['write', 'rename', 'delete'].includes(operation)) throw new Error('EROFS');
    };
    await expect(saveFiles(secondRun, store, neverAsked)).resolves.toEqual({
      kind: 'saved',
      written: [],
      kept: [],
    });
  });

  it.each([
    ['ENOSPC: no space left on device', 'jobs.save.noRoom'],
    ['EROFS: read-only file system', 'jobs.save.notAllowed'],
    ['NoPermissions (FileSystemError): x', 'jobs.save.notAllowed'],
    ['the cable was pulled', 'jobs.save.failed'],
  ])('says of "%s" what to do next', async (message, id) => {
    const store = new MemoryFileStore();
    store.before = (operation) => {
      if (operation === 'write') throw new Error(message);
    };
    await expect(saveFiles(firstRun, store, neverAsked)).rejects.toMatchObject({ sentence: { id } });
  });

  it('refuses a file in the place of the folder, and a folder in the place of a file', async () => {
    const file = new MemoryFileStore();
    file.files.set('', text('a file'));
    await expect(saveFiles(firstRun, file, neverAsked)).rejects.toMatchObject({
      sentence: { id: 'jobs.save.folderIsFile' },
    });
    const folder = new MemoryFileStore();
    folder.folders.add('main.cc');
    await expect(saveFiles(firstRun, folder, neverAsked)).rejects.toMatchObject({
      sentence: { id: 'jobs.save.fileIsFolder' },
    });
    expect(folder.files.size).toBe(0);
  });
});
