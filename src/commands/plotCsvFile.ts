/** "TinyML: Plot CSV File…": the file of the explorer's menu, else the one in the editor, else one that is asked for. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { sentence } from '../../l10n/sentences';

export const plotCsvFile =
  (features: Features) =>
  async (chosen?: unknown): Promise<void> => {
    const uri = chosen instanceof vscode.Uri ? chosen : (csvOfActiveEditor() ?? (await askForFile(features)));
    if (!uri) return;
    const panels = await features.plotPanels();
    panels.show(uri);
  };

function csvOfActiveEditor(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri =
    input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
  return uri && /\.(csv|tsv)$/i.test(uri.path) ? uri : undefined;
}

async function askForFile({ say }: Features): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: say(sentence('host.plot.choose')),
    filters: {
      [say(sentence('host.plot.csvFiles'))]: ['csv', 'tsv', 'txt'],
      [say(sentence('host.plot.allFiles'))]: ['*'],
    },
  });
  return files?.[0];
}
