/** A folder that takes no files, for root too: root ignores permissions, but not the immutable mark of a file system. */
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ReadOnlyFolder {
  /** False where neither permissions nor marks can forbid writing. */
  readonly holds: boolean;
  restore(): void;
}

export function makeReadOnly(folder: string): ReadOnlyFolder {
  chmodSync(folder, 0o555);
  if (canWrite(folder)) mark(folder, '+i');
  return {
    holds: !canWrite(folder),
    restore() {
      mark(folder, '-i');
      chmodSync(folder, 0o755);
    },
  };
}

function mark(folder: string, change: '+i' | '-i'): void {
  try {
    execFileSync('chattr', [change, folder], { stdio: 'ignore' });
  } catch {
    // No such tool, or a file system without such marks: `holds` tells.
  }
}

function canWrite(folder: string): boolean {
  try {
    const probe = join(folder, 'probe');
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
}
