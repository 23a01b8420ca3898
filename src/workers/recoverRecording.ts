/** What a process that was killed while recording left behind: found by its marker, made whole, and named. */
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { markerPath, recordedFiles } from '../serial/recordedNames';
import { isUnderWay, writerOf } from './recordingMarker';

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

/**
 * One recording whose writer is gone, or is another process that finishes it just now (a window that is reloaded): that one
 * is waited for. Afterwards the last line is whole, and the marker is away.
 */
export async function recoverRecording(folder: string, baseName: string): Promise<RecoveredRecording> {
  const marker = markerPath(folder, baseName);
  const end = Date.now() + finishLimitMs;
  while ((await writerOf(marker)) !== process.pid && (await isUnderWay(marker)) && Date.now() < end) {
    await sleep(100);
  }
  const names = await readdir(folder).catch((): string[] => []);
  const files = recordedFiles(baseName, names).map((name) => join(folder, name));
  let bytes = 0;
  for (const file of files) bytes += await cutUnfinishedLine(file);
  await rm(marker, { force: true });
  return { baseName, files, bytes };
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
