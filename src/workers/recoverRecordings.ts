/** What a process that was killed while recording left behind: found by its marker, made whole, and named. */
import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { markerEnding } from '../serial/recordedNames';

/** A recorder touches its marker every 5 s: a process with the same number as the dead one does not. */
const staleAfterMs = 30_000;
const newline = 0x0a;
const tailBytes = 1024 * 1024;

export interface RecoveredRecording {
  readonly baseName: string;
  /** Absolute paths of the CSV files, in order. */
  readonly files: readonly string[];
  readonly bytes: number;
}

/** Never rejects for one file's sake; a folder that is not there holds nothing. */
export async function recoverRecordings(
  folder: string,
  nowMs = Date.now(),
): Promise<readonly RecoveredRecording[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const recovered: RecoveredRecording[] = [];
  for (const marker of names.filter((name) => name.endsWith(markerEnding))) {
    const path = join(folder, marker);
    if (await isAlive(path, nowMs)) continue;
    const baseName = marker.slice(0, -markerEnding.length);
    const files = filesOf(baseName, names).map((name) => join(folder, name));
    let bytes = 0;
    for (const file of files) bytes += await cutUnfinishedLine(file);
    await rm(path, { force: true });
    if (files.length > 0) recovered.push({ baseName, files, bytes });
  }
  return recovered;
}

async function isAlive(marker: string, nowMs: number): Promise<boolean> {
  const touched = await stat(marker).catch(() => undefined);
  if (!touched || nowMs - touched.mtimeMs > staleAfterMs) return false;
  const pid = Number(await readFile(marker, 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** `walk.csv`, `walk.2.csv`, …, by number. */
function filesOf(baseName: string, names: readonly string[]): readonly string[] {
  const numbered = names.flatMap((name) => {
    if (!name.startsWith(`${baseName}.`) || !name.endsWith('.csv')) return [];
    const middle = name.slice(baseName.length + 1, -'csv'.length);
    if (middle === '') return [{ name, number: 1 }];
    return /^\d+\.$/.test(middle) ? [{ name, number: parseInt(middle, 10) }] : [];
  });
  return numbered.sort((a, b) => a.number - b.number).map(({ name }) => name);
}

/** @returns bytes that are left */
async function cutUnfinishedLine(path: string): Promise<number> {
  const file = await open(path, 'r+').catch(() => undefined);
  if (!file) return 0;
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - tailBytes);
    const tail = new Uint8Array(size - from);
    await file.read(tail, 0, tail.length, from);
    const whole = from + tail.lastIndexOf(newline) + 1;
    if (whole < size) await file.truncate(whole);
    return whole;
  } finally {
    await file.close();
  }
}
