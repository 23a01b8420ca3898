/** What the page shows as a file: a picture, or rows as CSV. */
import * as vscode from 'vscode';
import type { TimeSpan } from '../../protocol/streamWorker';
import { recordingFileName } from '../../core/stream/recording';
import { sentence } from '../../../l10n/sentences';
import { fileNameOf } from '../inspector/fileNameOf';
import { writeExport } from '../inspector/writeExport';
import { askWhereTo, offerToOpen, saveFromPage } from '../saveFromPage';
import type { Services } from '../services';
import type { MonitorSession } from './monitorSession';
import { timeName } from './timeName';

export async function savePng(services: Services, bytes: Uint8Array): Promise<void> {
  await saveFromPage(services, { name: `plot-${timeName(new Date())}.png`, bytes });
}

export async function saveCsv(services: Services, session: MonitorSession, span: TimeSpan): Promise<void> {
  const { fromS, toS } = span;
  const files = await session.ask('csv', { fromS, toS });
  if (files.length === 0) {
    void vscode.window.showInformationMessage(services.say(sentence('monitorHost.nothingToSave')));
    return;
  }
  const target = await askWhereTo(services, `plot-${timeName(new Date())}.csv`);
  if (!target) return;
  // Rows with other columns cannot stand in one table: they get a file of their own beside the first.
  for (const [index, { text }] of files.entries()) {
    const uri = index === 0 ? target : await freeSibling(target, index + 1);
    await writeExport(uri, new TextEncoder().encode(text));
  }
  if (files.length === 1) {
    void offerToOpen(services, target);
    return;
  }
  const several = sentence('monitorHost.savedSeveral', { count: files.length, file: fileNameOf(target) });
  void vscode.window.showInformationMessage(services.say(several));
}

/** `walk.2.csv` beside `walk.csv`, or with the next number that no file has: the person was asked about the first alone. */
async function freeSibling(target: vscode.Uri, number: number): Promise<vscode.Uri> {
  const baseName = fileNameOf(target).replace(/\.csv$/i, '');
  const uri = vscode.Uri.joinPath(target, '..', recordingFileName(baseName, number));
  const isTaken = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  return isTaken ? freeSibling(target, number + 1) : uri;
}
