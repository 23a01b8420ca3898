/** Models in C source as read-only files, so that the inspector opens them like any other. */
import * as vscode from 'vscode';
import type { CArray } from '../../core/source/cArrays';
import { Disposable } from '../dispose';
import { arrayPlace } from './arrayUri';
import type { SourceArrays } from './sourceArrays';
import { watchFile } from './watchFile';

export class ArrayFileSystem extends Disposable implements vscode.FileSystemProvider {
  private readonly changes = this.register(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly onDidChangeFile = this.changes.event;

  constructor(private readonly arrays: SourceArrays) {
    super();
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes } = await this.find(uri);
    return {
      type: vscode.FileType.File,
      // Nobody compares times of these files: what changed is told by `follow`.
      ctime: 0,
      mtime: 0,
      size: bytes.length,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.find(uri)).bytes;
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    return this.follow(uri, () => this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]));
  }

  /** Calls back when the source changes, in its editor or on disk. */
  follow(uri: vscode.Uri, onChange: () => void): vscode.Disposable {
    const source = arrayPlace(uri)?.source;
    // A version in git's history does not change.
    if (!source || source.scheme === 'git') return new vscode.Disposable(() => undefined);
    const key = source.toString();
    return vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document.uri.toString() === key) onChange();
      }),
      // What was typed and not saved is gone then.
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.uri.toString() === key) onChange();
      }),
      watchFile(source, onChange),
    );
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  private async find(uri: vscode.Uri): Promise<CArray> {
    const place = arrayPlace(uri);
    const array = place && (await this.arrays.find(place));
    if (!array) throw vscode.FileSystemError.FileNotFound(uri);
    return array;
  }
}
