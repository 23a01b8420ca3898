/** Where a new tinyml.json goes: into a folder of the workspace, or where nothing may be written, unsaved into an editor. */
import * as vscode from 'vscode';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';

/** Undefined where none is open. @throws CancellationError where a person chose none of several */
export async function chooseWorkspaceFolder(): Promise<vscode.Uri | undefined> {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (others.length === 0) return first?.uri;
  const chosen = await vscode.window.showWorkspaceFolderPick();
  if (!chosen) throw new vscode.CancellationError();
  return chosen.uri;
}

/** Where no folder is open, or the workspace is not trusted: a person saves it where they want it. */
export async function showUnsaved({ say }: Services, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content: text, language: 'jsonc' });
  await vscode.window.showTextDocument(document);
  const isFolderOpen = vscode.workspace.workspaceFolders !== undefined;
  const why = sentence(isFolderOpen ? 'project.new.untrusted' : 'project.new.noFolder');
  void vscode.window.showInformationMessage(say(why));
}
