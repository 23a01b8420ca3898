/** Where results go: the folder of the setting, inside the workspace and nowhere else. */
import * as vscode from 'vscode';
import { problem } from '../core/problem';
import { sentence, type Sentence } from '../../l10n/sentences';
import { activeFile } from './inspector/activeFile';
import { fileNameOf } from './inspector/fileNameOf';
import { relativeFolder } from './relativeFolder';

export type OutputFolder =
  | { readonly kind: 'folder'; readonly uri: vscode.Uri; readonly shown: string }
  /** Files stay in memory until they are saved by hand; `why` says so. */
  | { readonly kind: 'none'; readonly why: Sentence };

/** @throws Problem when the setting leads out of the workspace */
export async function outputFolder(workspace: vscode.WorkspaceFolder | undefined): Promise<OutputFolder> {
  if (!workspace) return { kind: 'none', why: sentence('host.files.noFolder') };
  if (!vscode.workspace.isTrusted) return { kind: 'none', why: sentence('host.files.untrusted') };
  const settings = vscode.workspace.getConfiguration('tinyml', workspace.uri);
  const setting = String(settings.get('outputFolder'));
  const names = relativeFolder(setting);
  await refuseLinks(workspace.uri, names, setting);
  const uri = vscode.Uri.joinPath(workspace.uri, ...names);
  return { kind: 'folder', uri, shown: vscode.workspace.asRelativePath(uri) };
}

/** Below the folder of a project file. Results stay in memory where the workspace does not hold it or is not trusted. */
export async function resultsFolderOf(
  projectFile: vscode.Uri,
  names: readonly string[],
): Promise<OutputFolder> {
  const workspace = vscode.workspace.getWorkspaceFolder(projectFile);
  if (!workspace) return { kind: 'none', why: sentence('host.files.noFolder') };
  if (!vscode.workspace.isTrusted) return { kind: 'none', why: sentence('host.files.untrusted') };
  const folder = vscode.Uri.joinPath(projectFile, '..');
  await refuseLinks(folder, names, names.join('/'));
  const uri = vscode.Uri.joinPath(folder, ...names);
  return { kind: 'folder', uri, shown: vscode.workspace.asRelativePath(uri) };
}

/**
 * With several folders: the one of the file in the active editor. Asked as a training begins, for then its page is the
 * active editor. Undefined where that shows no file of the workspace.
 */
export function activeWorkspaceFolder(): vscode.WorkspaceFolder | undefined {
  const file = activeFile();
  return file && vscode.workspace.getWorkspaceFolder(file);
}

/** Folders that we make in an output folder: what is written there must not go elsewhere either. */
const ownFolders = ['.tinyml', 'report'];

async function refuseLinks(root: vscode.Uri, names: readonly string[], folder: string): Promise<void> {
  const output = vscode.Uri.joinPath(root, ...names);
  const way = names.map((_, index) => vscode.Uri.joinPath(root, ...names.slice(0, index + 1)));
  for (const uri of [...way, ...ownFolders.map((name) => vscode.Uri.joinPath(output, name))]) {
    if (await isLink(uri)) throw problem('host.outputFolder.link', { folder, name: fileNameOf(uri) });
  }
}

async function isLink(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    return false; // Nothing there: it will be made, and then it is no link.
  }
}
