/** A step with a trained model, in a worker: the data of its project may have a million rows. */
import * as vscode from 'vscode';
import type { Steps } from '../../protocol/stepWorker';
import { stepInWorker } from '../../workers/stepClient';
import { sentence } from '../../../l10n/sentences';
import { fileNameOf } from '../inspector/fileNameOf';
import type { Services } from '../services';

/** The status bar says that it computes. @throws Problem */
export function takeStep<Name extends keyof Steps>(
  { context, say }: Services,
  model: vscode.Uri,
  name: Name,
  params: Steps[Name]['params'],
): Thenable<Steps[Name]['result']> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'workers', 'step.worker.js');
  const title = say(sentence('steps.computing', { file: fileNameOf(model) }));
  const inStatusBar = { location: vscode.ProgressLocation.Window, title };
  return vscode.window.withProgress(inStatusBar, () => stepInWorker(script.fsPath, name, params));
}
