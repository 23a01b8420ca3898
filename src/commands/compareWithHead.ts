/** "TinyML: Compare with HEAD": a model as git has it, and as it stands in the folder. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { activeFile, isModelFile } from '../host/inspector/activeFile';
import { askForModel } from '../host/inspector/askForModel';
import { sentence } from '../../l10n/sentences';

export const compareWithHead =
  (features: Features) =>
  async (chosen?: unknown): Promise<void> => {
    const { say } = features;
    const active = activeFile();
    const shown = chosen instanceof vscode.Uri ? chosen : active && isModelFile(active) ? active : undefined;
    const model = shown ?? (await askForModel(say, say(sentence('inspectorHost.chooseModel'))));
    if (!model) return;
    const { committedVersion, isVersion, workingFile } = await import('../host/inspector/gitHead');
    // An editor that shows a version from git compares that version.
    const before = isVersion(model) ? model : await committedVersion(model);
    const panels = await features.comparePanels();
    panels.show({ before, after: workingFile(model) });
  };
