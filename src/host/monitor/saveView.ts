/** What the page shows as a file: a picture, or rows as CSV. */
import * as vscode from 'vscode';
import type { TimeSpan } from '../../protocol/streamWorker';
import { recordingFileName } from '../../core/stream/recording';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';
import type { MonitorSession } from './monitorSession';
import { timeName } from './timeName';

export async function savePng(services: Services, bytes: Uint8Array): Promise<void> {
  const target = await askFor(services, `plot-${timeName(new Date())}.png`, { PNG: ['png'] });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, bytes);
  await offerToOpen(services, target);
}

export async function saveCsv(services: Services, session: MonitorSession, span: TimeSpan): Promise<void> {
  const { fromS, toS } = span;
  const files = await session.ask('csv', { fromS, toS });
  if (files.length === 0) {
    void vscode.window.showInformationMessage(services.say(sentence('monitorHost.nothingToSave')));
    return;
  }
  const target = await askFor(services, `plot-${timeName(new Date())}.csv`, { CSV: ['csv'] });
  if (!target) return;
  const baseName = fileName(target).replace(/\.csv$/i, '');
  // Rows with other columns cannot stand in one table: they get a file of their own beside the first.
  for (const [index, { header, text }] of files.entries()) {
    const name = recordingFileName(baseName, index + 1);
    const uri = index === 0 ? target : vscode.Uri.joinPath(target, '..', name);
    const whole = text.startsWith(header) ? text : `${header}\n${text}`;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(whole));
  }
  await offerToOpen(services, target);
}

function askFor(
  { say }: Services,
  name: string,
  filters: Record<string, string[]>,
): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: say(sentence('monitorHost.saveAs')),
    filters,
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

async function offerToOpen({ say }: Services, uri: vscode.Uri): Promise<void> {
  const open = say(sentence('monitorHost.openFile'));
  const saved = say(sentence('monitorHost.saved', { file: fileName(uri) }));
  const chosen = await vscode.window.showInformationMessage(saved, open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', uri);
}

function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
