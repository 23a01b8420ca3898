/** A file that a person named, whole; what cannot be read is told in a sentence. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { problem } from '../core/problem';
import type { CliIo } from './io';
import { isSystemError } from './systemError';

/** @throws Problem naming the file as it was written */
export async function readInput(file: string, io: CliIo): Promise<Uint8Array> {
  try {
    return await readFile(resolve(io.cwd, file));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw problem('cli.file.absent', { file });
    if (error.code === 'EISDIR') throw problem('cli.file.isFolder', { file });
    throw problem('cli.file.unreadable', { file, detail: error.message });
  }
}
