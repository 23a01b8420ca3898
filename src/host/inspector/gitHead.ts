/** The committed version of a file, through the API of VS Code's own git extension (vscode.git, API version 1). */
import * as vscode from 'vscode';
import { problem } from '../../core/problem';
import { fileNameOf } from './fileNameOf';

/** What we use of it; nothing is taken on trust, because the extension may be missing, switched off or another version. */
interface GitApi {
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  getRepository(uri: vscode.Uri): unknown;
}

/** @throws Problem when there is no git, the file is in no repository, or HEAD does not hold it */
export async function committedVersion(uri: vscode.Uri): Promise<vscode.Uri> {
  const file = fileNameOf(uri);
  const api = await gitApi();
  if (!api) throw problem('inspectorHost.noGit', { file });
  if (!api.getRepository(uri)) throw problem('inspectorHost.noRepository', { file });
  const committed = api.toGitUri(uri, 'HEAD');
  if ((await bytesIn(committed)) === 0) throw problem('inspectorHost.notInHead', { file });
  return committed;
}

/** The file that a `git:` address is a version of. */
export function workingFile(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === 'git' ? vscode.Uri.file(uri.path.replace(/\.git$/, '')) : uri;
}

async function bytesIn(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.readFile(uri)).length;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return 0;
    throw error;
  }
}

async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<unknown>('vscode.git');
  if (!extension) return undefined;
  const exported: unknown = await extension.activate();
  if (!hasGetApi(exported)) return undefined;
  try {
    const api: unknown = exported.getAPI(1);
    return isGitApi(api) ? api : undefined;
  } catch {
    // It throws where the setting git.enabled is off.
    return undefined;
  }
}

function hasGetApi(value: unknown): value is { getAPI(version: 1): unknown } {
  return isObject(value) && 'getAPI' in value && typeof value.getAPI === 'function';
}

function isGitApi(value: unknown): value is GitApi {
  return (
    isObject(value) &&
    'toGitUri' in value &&
    typeof value.toGitUri === 'function' &&
    'getRepository' in value &&
    typeof value.getRepository === 'function'
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
