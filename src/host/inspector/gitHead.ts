/** The committed version of a file, through the API of VS Code's own git extension (vscode.git, API version 1). */
import * as vscode from 'vscode';
import { problem } from '../../core/problem';
import { arrayPlace, arrayUri } from './arrayUri';
import { fileNameOf } from './fileNameOf';

/** What we use of it; nothing is taken on trust, because the extension may be missing, switched off or another version. */
interface GitApi {
  readonly state?: unknown;
  onDidChangeState?(listener: () => void): vscode.Disposable;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  getRepository(uri: vscode.Uri): unknown;
}

/**
 * Of a file; of a model in C source that in the committed source.
 *
 * @throws Problem when there is no git, the file is in no repository, or HEAD does not hold it
 */
export async function committedVersion(uri: vscode.Uri): Promise<vscode.Uri> {
  const place = arrayPlace(uri);
  const source = place?.source ?? uri;
  const file = fileNameOf(source);
  const api = await gitApi();
  if (!api) throw problem('inspectorHost.noGit', { file });
  await untilInitialized(api);
  if (!api.getRepository(source)) throw problem('inspectorHost.noRepository', { file });
  const committed = api.toGitUri(source, 'HEAD');
  if ((await bytesIn(committed)) === 0) throw problem('inspectorHost.notInHead', { file });
  return place ? arrayUri({ ...place, source: committed }) : committed;
}

/** Whether an address is that of a version from git. */
export function isVersion(uri: vscode.Uri): boolean {
  return (arrayPlace(uri)?.source ?? uri).scheme === 'git';
}

/** The file that a `git:` address is a version of. */
export function workingFile(uri: vscode.Uri): vscode.Uri {
  const place = arrayPlace(uri);
  if (place) return arrayUri({ ...place, source: workingFile(place.source) });
  return uri.scheme === 'git' ? vscode.Uri.file(uri.path.replace(/\.git$/, '')) : uri;
}

/** Git looks for repositories when a window opens, and knows of none before. */
const longestWaitMs = 10_000;

async function untilInitialized(api: GitApi): Promise<void> {
  if (api.state !== 'uninitialized') return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, longestWaitMs);
    const listening = api.onDidChangeState?.(() => {
      clearTimeout(timer);
      listening?.dispose();
      resolve();
    });
  });
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
