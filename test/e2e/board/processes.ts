/** Processes of this machine as /proc tells of them. Linux. */
import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the port processes that an extension host has started. */
export function portProcesses(hostId: number): readonly number[] {
  return allProcesses().filter(
    (id) => parentOf(id) === hostId && read(id, 'cmdline').includes('port.process.js'),
  );
}

/** Ids of processes in whose command line a text stands. */
export function processesWith(text: string): readonly number[] {
  return allProcesses().filter((id) => read(id, 'cmdline').replaceAll('\0', ' ').includes(text));
}

export function isRunning(id: number): boolean {
  const state = fieldsOf(id)[0];
  return state !== undefined && state !== 'Z';
}

/** Memory that a process holds now. */
export function residentBytes(id: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(read(id, 'status'))?.[1] ?? 0) * 1024;
}

/** Seconds of CPU so far, of all its threads. */
export function cpuSeconds(id: number): number {
  const [user = '0', system = '0'] = fieldsOf(id).slice(11, 13);
  // The kernel tells them in hundredths of a second, whatever its own clock does.
  return (Number(user) + Number(system)) / 100;
}

function allProcesses(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentOf(id: number): number {
  return Number(fieldsOf(id)[1] ?? 0);
}

/** What stands in `stat` behind the name, which may hold spaces: state, parent, … */
function fieldsOf(id: number): readonly string[] {
  const text = read(id, 'stat');
  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function read(id: number, file: string): string {
  try {
    return readFileSync(`/proc/${String(id)}/${file}`, 'utf8');
  } catch {
    // It has ended in between.
    return '';
  }
}
