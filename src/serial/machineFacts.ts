/** What of this machine decides how a serial port is made to work. A test hands in its own. */
import { readFile, stat } from 'node:fs/promises';
import { portHolder, type PortHolder } from './portHolder';

export interface MachineFacts {
  readonly platform: NodeJS.Platform;
  /** The program runs in a snap, which must be allowed to use ports. */
  isSnap(): boolean;
  isWsl(): Promise<boolean>;
  /** A screen reader's driver that takes CH340 bridges for braille displays. */
  hasBrltty(): Promise<boolean>;
  /** Name of the group that may use the device file; undefined where it cannot be told. */
  groupOf(path: string): Promise<string | undefined>;
  holderOf(path: string): Promise<PortHolder | undefined>;
}

const brlttyFiles = ['/usr/bin/brltty', '/bin/brltty', '/sbin/brltty'];

export const thisMachine: MachineFacts = {
  platform: process.platform,
  isSnap: () => process.env.SNAP !== undefined,
  isWsl: async () => {
    if (process.platform !== 'linux') return false;
    const release = await readFile('/proc/sys/kernel/osrelease', 'utf8').catch(() => '');
    return /microsoft/i.test(release);
  },
  hasBrltty: async () => {
    if (process.platform !== 'linux') return false;
    const found = await Promise.all(brlttyFiles.map((path) => stat(path).catch(() => undefined)));
    return found.some((file) => file !== undefined);
  },
  groupOf: async (path) => {
    const file = await stat(path).catch(() => undefined);
    const groups = await readFile('/etc/group', 'utf8').catch(() => '');
    if (!file) return undefined;
    return groups
      .split('\n')
      .find((line) => line.split(':')[2] === String(file.gid))
      ?.split(':')[0];
  },
  holderOf: (path) => (process.platform === 'linux' ? portHolder(path) : Promise.resolve(undefined)),
};
