/** What a page has made as a file: a place is asked for, the file is written there whole, and can be opened. */
import * as vscode from 'vscode';
import type { PageFile } from '../protocol/pageFile';
import { sentence } from '../../l10n/sentences';
import { fileNameOf } from './inspector/fileNameOf';
import { writeExport } from './inspector/writeExport';
import type { Services } from './services';

/**
 * @param folder where the dialog starts; without it, in the first folder of the workspace
 * @throws Problem when the file cannot be written
 */
export async function saveFromPage(
  services: Services,
  { name, bytes }: PageFile,
  folder?: vscode.Uri,
): Promise<void> {
  const target = await askWhereTo(services, name, folder);
  if (!target) return;
  await writeExport(target, bytes);
  void offerToOpen(services, target);
}

/** Undefined when the person cancelled. */
export function askWhereTo(
  { say }: Services,
  name: string,
  folder = vscode.workspace.workspaceFolders?.[0]?.uri,
): Thenable<vscode.Uri | undefined> {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return vscode.window.showSaveDialog({
    title: say(sentence('host.save.title')),
    filters: { [ending.toUpperCase()]: [ending] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

export async function offerToOpen({ say }: Services, uri: vscode.Uri): Promise<void> {
  const open = say(sentence('host.save.open'));
  const saved = say(sentence('host.save.saved', { file: fileNameOf(uri) }));
  const chosen = await vscode.window.showInformationMessage(saved, open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', uri);
}
