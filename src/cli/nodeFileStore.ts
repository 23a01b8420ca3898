/** A folder of the disk as a store for a job's files. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EntryKind, FileStore } from '../jobs/fileStore';
import { isSystemError } from './systemError';

export class NodeFileStore implements FileStore {
  /** @param folder as the person wrote it, for sentences */
  constructor(
    private readonly root: string,
    readonly folder: string,
  ) {}

  async stat(path: string): Promise<EntryKind> {
    try {
      return (await stat(join(this.root, path))).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return 'absent';
      throw error;
    }
  }

  makeFolder(path: string): Promise<void> {
    return makeFolders(join(this.root, path));
  }

  read(path: string): Promise<Uint8Array> {
    return readFile(join(this.root, path));
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    return writeFile(join(this.root, path), bytes);
  }

  rename(from: string, to: string): Promise<void> {
    return rename(join(this.root, from), join(this.root, to));
  }

  delete(path: string): Promise<void> {
    return rm(join(this.root, path));
  }
}

/** Node's own `recursive` never returns where a folder cannot hold others (seen below /proc, Node 20). */
async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const parent = dirname(folder);
    if (error.code === 'ENOENT' && parent !== folder && !(await isFolder(parent))) {
      await makeFolders(parent);
      await mkdir(folder);
    } else if (error.code !== 'EEXIST' || !(await isFolder(folder))) {
      throw error;
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
