/** A folder in memory whose n-th operation fails, in the middle where it can: a write leaves half of the bytes behind. */
import type { EntryKind, FileStore } from '../../../src/jobs/fileStore';

export class MemoryFileStore implements FileStore {
  readonly folder = 'out';
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Set<string>();
  operations = 0;
  /** Called before an operation; throws to make it fail. */
  before: (operation: string, path: string, index: number) => void = () => undefined;

  stat(path: string): Promise<EntryKind> {
    return this.perform('stat', path, () => {
      if (this.files.has(path)) return 'file';
      // What holds something is there.
      const isThere = this.folders.has(path) || (path === '' && this.files.size + this.folders.size > 0);
      return isThere ? 'folder' : 'absent';
    });
  }

  makeFolder(path: string): Promise<void> {
    return this.perform('makeFolder', path, () => {
      if (this.files.has(path)) throw new Error(`EEXIST: ${path}`);
      this.folders.add(path);
    });
  }

  read(path: string): Promise<Uint8Array> {
    return this.perform('read', path, () => {
      const bytes = this.files.get(path);
      if (!bytes) throw new Error(`ENOENT: ${path}`);
      return bytes.slice();
    });
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    return this.perform(
      'write',
      path,
      () => void this.files.set(path, bytes.slice()),
      () => void this.files.set(path, bytes.slice(0, bytes.length >> 1)),
    );
  }

  rename(from: string, to: string): Promise<void> {
    return this.perform('rename', to, () => {
      const bytes = this.files.get(from);
      if (!bytes) throw new Error(`ENOENT: ${from}`);
      this.files.delete(from);
      this.files.set(to, bytes);
    });
  }

  delete(path: string): Promise<void> {
    return this.perform('delete', path, () => void this.files.delete(path));
  }

  private perform<T>(operation: string, path: string, succeed: () => T, fail?: () => void): Promise<T> {
    const index = this.operations++;
    return new Promise((resolve) => {
      try {
        this.before(operation, path, index);
      } catch (error) {
        fail?.();
        throw error;
      }
      resolve(succeed());
    });
  }
}
