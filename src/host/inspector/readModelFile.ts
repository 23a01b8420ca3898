/** Reads a model's file, wherever VS Code can reach it. */
import * as vscode from 'vscode';
import { Problem, problem } from '../../core/problem';
import { fileNameOf } from './fileNameOf';

/** FlatBuffers' own limit is 2 GiB; a model for a microcontroller is a thousand times smaller. */
const maximumBytes = 1_000_000_000;

/** @throws Problem that says why the file cannot be read */
export async function readModelFile(uri: vscode.Uri): Promise<Uint8Array> {
  const file = fileNameOf(uri);
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) throw problem('inspectorHost.isFolder', { file });
    if (size > maximumBytes) {
      throw problem('inspectorHost.tooLarge', {
        file,
        megabytes: Math.ceil(size / 1e6),
        maximum: maximumBytes / 1e6,
      });
    }
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      throw problem('inspectorHost.absent', { file });
    }
    // Extensions that serve files throw what they like.
    const detail = error instanceof Error ? error.message : String(error);
    throw problem('inspectorHost.unreadable', { file, detail });
  }
}
