/** Asks for a recording and how fast it shall be played. */
import * as vscode from 'vscode';
import type { SourceDescription } from '../../protocol/streamWorker';
import { problem } from '../../core/problem';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';

const speeds = [1, 2, 5, 10, 100, 0.5, 0.1];

/** @param file where it is known already */
export async function chooseRecording(
  { say }: Services,
  file?: vscode.Uri,
): Promise<SourceDescription | undefined> {
  const uri =
    file ??
    (await askForFile(say(sentence('monitorHost.replay.choose')), say(sentence('monitorHost.replay.files'))));
  if (!uri) return undefined;
  if (uri.scheme !== 'file') throw problem('monitorHost.replay.notLocal', { file: uri.toString() });
  const items = speeds.map((speed) => ({
    label: say(sentence('monitorHost.replay.times', { speed })),
    speed,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: say(sentence('monitorHost.replay.speed')),
  });
  return chosen && { kind: 'replay', path: uri.fsPath, speed: chosen.speed };
}

async function askForFile(title: string, files: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showOpenDialog({
    title,
    filters: { [files]: ['csv', 'raw', 'txt', 'log'] },
    ...(folder && { defaultUri: folder }),
  });
  return chosen?.[0];
}
