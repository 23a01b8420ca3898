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
  const baseName = fileNameOf(target).replace(/\.csv$/i, '');
  // Rows with other columns cannot stand in one table: they get a file of their own beside the first.
  for (const [index, { header, text }] of files.entries()) {
    const name = recordingFileName(baseName, index + 1);
    const uri = index === 0 ? target : vscode.Uri.joinPath(target, '..', name);
    const whole = text.startsWith(header) ? text : `${header}\n${text}`;
    await writeExport(uri, new TextEncoder().encode(whole));
  }
  void offerToOpen(services, target);
}
