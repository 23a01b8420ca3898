/** How an error reaches the person: the sentence of a problem, or for a defect of ours the way to the log. */
import * as vscode from 'vscode';
import { Problem } from '../core/problem';
import { sentence, type Sentence } from '../../l10n/sentences';
import type { Services } from './services';
import { describeDefect } from './log';

export async function showError(services: Services, error: unknown): Promise<void> {
  const { log, say } = services;
  // Nobody has to be told what they did themselves.
  if (error instanceof vscode.CancellationError) return;
  const said = say(sentenceOf(error));
  if (error instanceof Problem || error instanceof vscode.FileSystemError) {
    log.warn(said);
    await vscode.window.showErrorMessage(said);
    return;
  }
  log.error(describeDefect(error));
  const showLog = say(sentence('host.showLog'));
  if ((await vscode.window.showErrorMessage(said, showLog)) === showLog) log.show();
}

export function sentenceOf(error: unknown): Sentence {
  if (error instanceof Problem) return error.sentence;
  const message = error instanceof Error ? error.message : String(error);
  // VS Code's own message names the file.
  if (error instanceof vscode.FileSystemError) return sentence('host.fileSystem', { detail: message });
  return sentence('host.defect', { message });
}
