/** The model that a step works on: of the explorer's menu, else the one that is shown, else one that is asked for. */
import * as vscode from 'vscode';
import { activeFile, isModelFile } from '../inspector/activeFile';
import { askForModel } from '../inspector/askForModel';
import type { Services } from '../services';
import { sentence } from '../../../l10n/sentences';

export async function stepModel({ say }: Services, chosen: unknown): Promise<vscode.Uri | undefined> {
  if (chosen instanceof vscode.Uri) return chosen;
  const active = activeFile();
  if (active && isModelFile(active)) return active;
  return askForModel(say, say(sentence('steps.chooseModel')));
}
