/** "TinyML: Check All Models": will the models of the workspace run on the board? Answers in the list of problems. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { sentence } from '../../l10n/sentences';

export const checkAllModels =
  ({ workspaceCheck, say }: Features) =>
  async (): Promise<void> => {
    const check = await workspaceCheck();
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: say(sentence('inspectorHost.checking')),
      cancellable: true,
    };
    const found = await vscode.window.withProgress(options, async (progress, token) => {
      const found = await check.run(
        (message, share) => progress.report({ message, increment: share * 100 }),
        token,
      );
      return token.isCancellationRequested ? undefined : found;
    });
    // Who cancels knows; what was found so far stands among the problems.
    if (!found) return;
    const { models, errors, warnings, damaged } = found;
    if (models === 0) {
      void vscode.window.showInformationMessage(say(sentence('inspectorHost.noModels')));
      return;
    }
    const said =
      damaged.length > 0
        ? sentence('inspectorHost.checkedDamaged', { models, errors, warnings, damaged: someOf(damaged) })
        : sentence('inspectorHost.checked', { models, errors, warnings });
    const showProblems = say(sentence('inspectorHost.showProblems'));
    // Not awaited by the command: a notification may stand there for long.
    void vscode.window.showInformationMessage(say(said), showProblems).then((chosen) => {
      if (chosen === showProblems) void vscode.commands.executeCommand('workbench.actions.view.problems');
    });
  };

/** As many names as a notification has room for; the list of problems has all. */
const mostNamed = 5;

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown}, … (${names.length})` : shown;
}
