/** Folders that a test opens as a workspace, and what is in them afterwards. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A temporary folder, removed by `remove`. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'tinyml-workspace-'));

  path(name: string): string {
    return join(this.folder, ...name.split('/'));
  }

  /** Bytes of every file below a folder, by path. */
  files(folder = ''): Map<string, Buffer> {
    return filesBelow(this.path(folder));
  }

  /** Waits until a file is there. Answers when that was, in milliseconds since the epoch. */
  async fileAppears(name: string, limitMs: number): Promise<number> {
    const end = Date.now() + limitMs;
    while (!existsSync(this.path(name))) {
      if (Date.now() > end) throw new Error(`${name} was not written within ${limitMs / 1000} s.`);
      await sleep(10);
    }
    return statSync(this.path(name)).mtimeMs;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function filesBelow(folder: string): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]),
  );
}
