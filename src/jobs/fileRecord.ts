/** What we wrote into an output folder: the SHA-256 of each file, so that a file that someone changed is known by it. */
import { createHash } from 'node:crypto';
import type { FileStore } from './fileStore';

/** Relative to the output folder. */
export const recordPath = '.tinyml/files.json';

/** SHA-256 in hexadecimal, by path. */
export type FileRecord = ReadonlyMap<string, string>;

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A record that is absent or damaged is empty: then every file that stands there counts as someone else's. */
export async function readRecord(store: FileStore): Promise<FileRecord> {
  if ((await store.stat(recordPath)) !== 'file') return new Map();
  return parseRecord(new TextDecoder().decode(await store.read(recordPath)));
}

export function parseRecord(text: string): FileRecord {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return new Map();
  }
  if (typeof parsed !== 'object' || parsed === null || !('files' in parsed)) return new Map();
  const { files } = parsed;
  if (typeof files !== 'object' || files === null) return new Map();
  return new Map(
    Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Sorted by path, so that the same files give the same record. */
export function printRecord(record: FileRecord): Uint8Array {
  const files = Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1)));
  return new TextEncoder().encode(`${JSON.stringify({ version: 1, files }, undefined, 2)}\n`);
}
