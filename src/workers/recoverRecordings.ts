/** What a process that was killed while recording left behind: found by its marker, made whole, and named. */
import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { markerEnding, markerPath, recordedFiles } from '../serial/recordedNames';

/** A recorder touches its marker every 5 s: a process with the same number as the dead one does not. */
const staleAfterMs = 30_000;
/** A window that closes takes no longer over its recording. */
const finishLimitMs = 6000;
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
    const found = await recoverRecording(folder, marker.slice(0, -markerEnding.length));
    if (found.files.length > 0) recovered.push(found);
  }
  return recovered;
}

/**
 * One recording whose writer is gone, or is another process that finishes it just now (a window that is reloaded): that one
 * is waited for. Afterwards the last line is whole, and the marker is away.
 */
export async function recoverRecording(folder: string, baseName: string): Promise<RecoveredRecording> {
  const marker = markerPath(folder, baseName);
  const end = Date.now() + finishLimitMs;
  while (
    (await writerOf(marker)) !== process.pid &&
    (await isAlive(marker, Date.now())) &&
    Date.now() < end
  ) {
    await sleep(100);
  }
  const names = await readdir(folder).catch((): string[] => []);
  const files = recordedFiles(baseName, names).map((name) => join(folder, name));
  let bytes = 0;
  for (const file of files) bytes += await cutUnfinishedLine(file);
  await rm(marker, { force: true });
  return { baseName, files, bytes };
}

async function isAlive(marker: string, nowMs: number): Promise<boolean> {
  const touched = await stat(marker).catch(() => undefined);
  if (!touched || nowMs - touched.mtimeMs > staleAfterMs) return false;
  const pid = await writerOf(marker);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function writerOf(marker: string): Promise<number | undefined> {
  const pid = Number(await readFile(marker, 'utf8').catch(() => ''));
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
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
