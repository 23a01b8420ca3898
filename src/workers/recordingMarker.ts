/** The file that stands beside a recording as long as it is under way, with the number of the process that writes it. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises';

/** A recorder touches its marker every 5 s: a process with the same number as the dead one does not. */
const staleAfterMs = 30_000;

/** One that a killed process has left gives way. Rejects with `EEXIST` where the recording is under way. */
export async function claimMarker(marker: string): Promise<void> {
  const claim = (): Promise<void> => writeFile(marker, `${String(process.pid)}\n`, { flag: 'wx' });
  try {
    await claim();
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isTaken || (await isUnderWay(marker))) throw error;
    await rm(marker, { force: true });
    await claim();
  }
}

/** Whether who made the marker is still at it: also this process. */
export async function isUnderWay(marker: string): Promise<boolean> {
  const touched = await stat(marker).catch(() => undefined);
  if (!touched || Date.now() - touched.mtimeMs > staleAfterMs) return false;
  const pid = await writerOf(marker);
  // Its number is just being written.
  if (pid === undefined) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export async function writerOf(marker: string): Promise<number | undefined> {
  const pid = Number(await readFile(marker, 'utf8').catch(() => ''));
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}
