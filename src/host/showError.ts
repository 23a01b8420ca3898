/** How an error reaches the person: the sentence of a problem, or for a defect of ours the way to the log. */
import * as vscode from 'vscode';
import { Problem } from '../core/problem';
import { sentence } from '../../l10n/sentences';
import type { Services } from './services';
import { describeDefect } from './log';

export async function showError(services: Services, error: unknown): Promise<void> {
  const { log, say } = services;
  if (error instanceof Problem) {
    log.warn(say(error.sentence));
    await vscode.window.showErrorMessage(say(error.sentence));
    return;
  }
  log.error(describeDefect(error));
  const showLog = say(sentence('host.showLog'));
  const message = error instanceof Error ? error.message : String(error);
  const chosen = await vscode.window.showErrorMessage(say(sentence('host.defect', { message })), showLog);
  if (chosen === showLog) log.show();
}
