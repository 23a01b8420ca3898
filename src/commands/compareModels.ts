/** "TinyML: Compare Models": the two that are selected in the explorer, else the open one and one that is asked for. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { activeFile, isModelFile } from '../host/inspector/activeFile';
import { askForModel } from '../host/inspector/askForModel';
import { sentence } from '../../l10n/sentences';

export const compareModels =
  (features: Features) =>
  async (clicked?: unknown, selected?: unknown): Promise<void> => {
    const { say } = features;
    const [first, second] = chosenModels(clicked, selected);
    const before = first ?? (await askForModel(say, say(sentence('inspectorHost.chooseBefore'))));
    if (!before) return;
    const after = second ?? (await askForModel(say, say(sentence('inspectorHost.chooseAfter')), before));
    if (!after) return;
    const panels = await features.comparePanels();
    panels.show({ before, after });
  };

function chosenModels(clicked: unknown, selected: unknown): readonly vscode.Uri[] {
  const list: readonly unknown[] = Array.isArray(selected) ? selected : [];
  const models = list.filter((item) => item instanceof vscode.Uri).filter(isModelFile);
  if (models.length > 1) return models.slice(0, 2);
  if (clicked instanceof vscode.Uri) return [clicked];
  const active = activeFile();
  return active && isModelFile(active) ? [active] : [];
}
