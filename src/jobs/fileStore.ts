/**
 * Where a job's files go: a folder of the workspace, of the disk, or of a test. Paths are relative to that folder and
 * written with `/`; the empty path is the folder itself. Failures are thrown as they come; `saveFiles` puts them into words.
 */
export type EntryKind = 'file' | 'folder' | 'absent';

export interface FileStore {
  /** The folder as a person knows it, for sentences. */
  readonly folder: string;
  stat(path: string): Promise<EntryKind>;
  /** Makes missing parents too; an existing folder is no error. */
  makeFolder(path: string): Promise<void>;
  read(path: string): Promise<Uint8Array>;
  /** Need not be atomic: `saveFiles` writes beside and renames. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Atomic, and replaces a file at `to`. */
  rename(from: string, to: string): Promise<void>;
  delete(path: string): Promise<void>;
}
