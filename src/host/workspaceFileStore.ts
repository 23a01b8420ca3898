/** A folder that VS Code can reach, local, remote or virtual, as a store for a job's files. */
import * as vscode from 'vscode';
import type { EntryKind, FileStore } from '../jobs/fileStore';

export class WorkspaceFileStore implements FileStore {
  /** @param folder how the folder is called in sentences */
  constructor(
    private readonly root: vscode.Uri,
    readonly folder: string,
  ) {}

  async stat(path: string): Promise<EntryKind> {
    try {
      const { type } = await vscode.workspace.fs.stat(this.uri(path));
      return (type & vscode.FileType.Directory) !== 0 ? 'folder' : 'file';
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return 'absent';
      throw error;
    }
  }

  async makeFolder(path: string): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.uri(path));
  }

  async read(path: string): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(this.uri(path));
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    await vscode.workspace.fs.writeFile(this.uri(path), bytes);
  }

  async rename(from: string, to: string): Promise<void> {
    await vscode.workspace.fs.rename(this.uri(from), this.uri(to), { overwrite: true });
  }

  async delete(path: string): Promise<void> {
    await vscode.workspace.fs.delete(this.uri(path));
  }

  private uri(path: string): vscode.Uri {
    return path === '' ? this.root : vscode.Uri.joinPath(this.root, path);
  }
}
