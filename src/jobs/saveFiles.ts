/**
 * Saves the files of a run into a folder: all of them, or a sentence that says what is missing.
 *
 * Each file is written beside its place and renamed when all have been written, so that there is never a half file. A
 * file that someone changed since we wrote it, or that we never wrote, is replaced only after one question.
 */
import { problem } from '../core/problem';
import { printRecord, readRecord, recordPath, sha256, type FileRecord } from './fileRecord';
import { fewAtOnce } from './fewAtOnce';
import type { FileStore } from './fileStore';
import { saveProblem } from './saveProblem';

export type Files = ReadonlyMap<string, Uint8Array>;

/** `keep` leaves the changed files as they are and writes the others; they are asked about again next time. */
export type ChangedAnswer = 'overwrite' | 'keep' | 'cancel';

/** Asked at most once, with the paths in the order of the files. */
export type AskAboutChanged = (paths: readonly string[]) => Promise<ChangedAnswer>;

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly written: readonly string[]; readonly kept: readonly string[] }
  | { readonly kind: 'cancelled'; readonly changed: readonly string[] };

/** Nobody's file has this ending; one that a crash left behind is replaced by the next save. */
const besideEnding = '.tinyml-new';

interface Place {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
  /** Of what stands there now; undefined where nothing does. */
  readonly found: string | undefined;
}

/** @throws Problem when the folder does not take the files; what it says was not written is as it was before. */
export async function saveFiles(files: Files, store: FileStore, ask: AskAboutChanged): Promise<SaveOutcome> {
  const { record, places } = await explore(files, store);
  const changed = places.filter(({ path, hash, found }) => isChanged(found, hash, record.get(path)));
  const answer = changed.length === 0 ? 'overwrite' : await ask(changed.map(({ path }) => path));
  if (answer === 'cancel') return { kind: 'cancelled', changed: changed.map(({ path }) => path) };

  const keep = new Set(answer === 'keep' ? changed.map(({ path }) => path) : []);
  const due = places.filter(({ path, hash, found }) => found !== hash && !keep.has(path));
  await writeBeside(due, store);
  const next = new Map(record);
  for (const { path, hash, found } of places) if (found === hash) next.set(path, hash);
  const { written, grown } = await moveIntoPlace(due, store, record, next);
  const kept = places.map(({ path }) => path).filter((path) => keep.has(path) || grown.has(path));
  return { kind: 'saved', written, kept };
}

function isChanged(found: string | undefined, wanted: string, recorded: string | undefined): boolean {
  return found !== undefined && found !== wanted && found !== recorded;
}

/** What stands in the folder now. Makes the folder if there is none. */
async function explore(
  files: Files,
  store: FileStore,
): Promise<{ record: FileRecord; places: readonly Place[] }> {
  const kind = await named('', store, () => store.stat(''));
  if (kind === 'file') throw problem('jobs.save.folderIsFile', { folder: store.folder });
  await named('', store, () => store.makeFolder(''));
  // Nothing stands in a folder that was not there.
  const isNew = kind === 'absent';
  const record = isNew ? new Map<string, string>() : await named(recordPath, store, () => readRecord(store));
  const wanted = [...files].map(([path, bytes]) => ({ path, bytes, hash: sha256(bytes) }));
  const places = await eachFile(wanted, store, async (file) => ({
    ...file,
    found: isNew ? undefined : await hashAt(file.path, store),
  }));
  return { record, places };
}

async function hashAt(path: string, store: FileStore): Promise<string | undefined> {
  const kind = await store.stat(path);
  if (kind === 'folder') throw problem('jobs.save.fileIsFolder', { file: `${store.folder}/${path}` });
  return kind === 'file' ? sha256(await store.read(path)) : undefined;
}

/** Either all of them stand beside their places afterwards, or none. */
async function writeBeside(due: readonly Place[], store: FileStore): Promise<void> {
  const folders = new Set(due.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
  folders.delete('');
  try {
    for (const folder of folders) await named(folder, store, () => store.makeFolder(folder));
    await eachFile(due, store, ({ path, bytes }) => store.write(path + besideEnding, bytes));
  } catch (error) {
    await sweep(due, store);
    throw error;
  }
}

/** VS Code asks its window about each step, and does each rename there: one after the other, 27 files take seven times as long. */
const filesAtOnce = 8;

/** A few files at a time. What goes wrong is told with the path at which it did. */
function eachFile<File extends { readonly path: string }, Answer>(
  files: readonly File[],
  store: FileStore,
  work: (file: File) => Promise<Answer>,
): Promise<readonly Answer[]> {
  return fewAtOnce(files, filesAtOnce, (file) => named(file.path, store, () => work(file)));
}

async function named<Answer>(path: string, store: FileStore, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw saveProblem(error, store.folder, path);
  }
}

/** Renames, and records what was renamed even if a later one fails. A file that changed meanwhile stays. */
async function moveIntoPlace(
  due: readonly Place[],
  store: FileStore,
  before: FileRecord,
  record: Map<string, string>,
): Promise<{ written: readonly string[]; grown: ReadonlySet<string> }> {
  const moved = new Set<string>();
  const grown = new Set<string>();
  const written = (): readonly string[] => due.map(({ path }) => path).filter((path) => moved.has(path));
  try {
    await fewAtOnce(due, filesAtOnce, async ({ path, hash, found }) => {
      const now = (await store.stat(path)) === 'absent' ? undefined : sha256(await store.read(path));
      if (now !== found) {
        grown.add(path);
        await sweep([{ path }], store);
        return;
      }
      await store.rename(path + besideEnding, path);
      moved.add(path);
      record.set(path, hash);
    });
    if (!sameRecord(before, record)) await writeRecord(record, store);
    return { written: written(), grown };
  } catch (error) {
    const rest = due.filter(({ path }) => !moved.has(path) && !grown.has(path));
    await sweep(await stillInPlace(rest, store), store);
    // They are begun in order, and each that was begun has ended: the first that is not in its place is the one that failed.
    const at = rest[0]?.path ?? recordPath;
    if (at !== recordPath) await writeRecord(record, store).catch(() => undefined);
    if (moved.size === 0) throw saveProblem(error, store.folder, at);
    throw problem('jobs.save.halfway', {
      folder: store.folder,
      written: written().join(', '),
      missing: (rest.length > 0 ? rest.map(({ path }) => path) : [recordPath]).join(', '),
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

/**
 * Some file systems rename onto a file by deleting it first. Where such a rename failed halfway, what we wrote beside is
 * the only copy there is, and stays.
 */
async function stillInPlace(places: readonly Place[], store: FileStore): Promise<readonly Place[]> {
  const kept: Place[] = [];
  for (const place of places) {
    const kind = await store.stat(place.path).catch(() => 'absent' as const);
    if (place.found === undefined || kind !== 'absent') kept.push(place);
  }
  return kept;
}

/** Then a folder that cannot be written is no obstacle to a run that changes nothing in it. */
function sameRecord(a: FileRecord, b: FileRecord): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}

async function writeRecord(record: FileRecord, store: FileStore): Promise<void> {
  await store.makeFolder('.tinyml');
  try {
    await store.write(recordPath + besideEnding, printRecord(record));
    await store.rename(recordPath + besideEnding, recordPath);
  } catch (error) {
    await sweep([{ path: recordPath }], store);
    throw error;
  }
}

/** What we wrote beside and do not need; that it cannot be removed is no reason to hide the first error. */
async function sweep(places: readonly { readonly path: string }[], store: FileStore): Promise<void> {
  for (const { path } of places) {
    try {
      if ((await store.stat(path + besideEnding)) === 'file') await store.delete(path + besideEnding);
    } catch {
      // It stays as *.tinyml-new: not a half file of the run, and replaced by the next save.
    }
  }
}
