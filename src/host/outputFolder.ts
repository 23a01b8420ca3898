/** Where results go: the folder of the setting, inside the workspace and nowhere else. */
import * as vscode from 'vscode';
import { problem } from '../core/problem';
import { sentence, type Sentence } from '../../l10n/sentences';
import { relativeFolder } from './relativeFolder';

export type OutputFolder =
  | { readonly kind: 'folder'; readonly uri: vscode.Uri; readonly shown: string }
  /** Files stay in memory until they are saved by hand; `why` says so. */
  | { readonly kind: 'none'; readonly why: Sentence };

/** @throws Problem when the setting leads out of the workspace */
export async function outputFolder(): Promise<OutputFolder> {
  const workspace = workspaceFolder();
  if (!workspace) return { kind: 'none', why: sentence('host.files.noFolder') };
  if (!vscode.workspace.isTrusted) return { kind: 'none', why: sentence('host.files.untrusted') };
  const setting = vscode.workspace
    .getConfiguration('tinyml', workspace.uri)
    .get('outputFolder', 'sine_model');
  const names = relativeFolder(setting);
  // Our own folder too: what is recorded there must not go elsewhere either.
  await refuseLinks(workspace.uri, [...names, '.tinyml'], setting);
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
  await refuseLinks(folder, [...names, '.tinyml'], names.join('/'));
  const uri = vscode.Uri.joinPath(folder, ...names);
  return { kind: 'folder', uri, shown: vscode.workspace.asRelativePath(uri) };
}

/** With several folders: the one of the active editor, else the first. */
function workspaceFolder(): vscode.WorkspaceFolder | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  return (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
}

async function refuseLinks(root: vscode.Uri, names: readonly string[], folder: string): Promise<void> {
  let uri = root;
  for (const name of names) {
    uri = vscode.Uri.joinPath(uri, name);
    let type: vscode.FileType;
    try {
      ({ type } = await vscode.workspace.fs.stat(uri));
    } catch {
      return; // Nothing there: it will be made, and then it is no link.
    }
    if ((type & vscode.FileType.SymbolicLink) !== 0)
      throw problem('host.outputFolder.link', { folder, name });
  }
}
