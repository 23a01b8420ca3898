/** Writes a file for good: beside its place first, then renamed, so that nothing half written ever stands there. */
import * as vscode from 'vscode';
import { problem } from '../../core/problem';
import { fileNameOf } from './fileNameOf';

const besideEnding = '.tinyml-new';

/** @throws Problem when the file cannot be written; what stood there is as it was */
export async function writeExport(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const beside = uri.with({ path: uri.path + besideEnding });
  try {
    await fs.writeFile(beside, bytes);
    await fs.rename(beside, uri, { overwrite: true });
  } catch (error) {
    await Promise.resolve(fs.delete(beside)).catch(() => undefined);
    // A folder that takes no new files may still let this one be written, as a person has chosen it.
    if (error instanceof vscode.FileSystemError && error.code === 'NoPermissions' && (await exists(uri))) {
      await writeInPlace(uri, bytes);
      return;
    }
    throw cannotWrite(uri, error);
  }
}

async function writeInPlace(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
  } catch (error) {
    throw cannotWrite(uri, error);
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function cannotWrite(uri: vscode.Uri, error: unknown): Error {
  const detail = error instanceof Error ? error.message : String(error);
  return problem('inspectorHost.cannotWrite', { file: fileNameOf(uri), detail });
}
