/** Who has a port open. Linux tells it in /proc, for processes of the same user (of everybody, for root). */
import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface PortHolder {
  readonly pid: number;
  /** Name of the program. */
  readonly program: string;
  /** It is a monitor of ours, in another window or in a terminal. */
  readonly isOurs: boolean;
}

/** @returns undefined where nobody can be seen to hold it; a monitor of ours where several do */
export async function portHolder(path: string): Promise<PortHolder | undefined> {
  const device = await realpath(path).catch(() => path);
  const pids = (await readdir('/proc').catch((): string[] => [])).filter((name) => /^\d+$/.test(name));
  const holders: PortHolder[] = [];
  for (const pid of pids) {
    if (await holds(join('/proc', pid, 'fd'), device)) holders.push(await describe(Number(pid)));
  }
  return holders.find(({ isOurs }) => isOurs) ?? holders[0];
}

async function holds(folder: string, device: string): Promise<boolean> {
  const descriptors = await readdir(folder).catch((): string[] => []);
  for (const descriptor of descriptors) {
    if ((await readlink(join(folder, descriptor)).catch(() => '')) === device) return true;
  }
  return false;
}

async function describe(pid: number): Promise<PortHolder> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const words = text.split('\0');
  const program = basename(words[0] ?? '');
  return { pid, program: program || '?', isOurs: words.some((word) => word.endsWith('port.process.js')) };
}
