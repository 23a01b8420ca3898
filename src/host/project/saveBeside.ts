/** Saves what a step made beside the model; files that somebody changed are asked about first. */
import * as vscode from 'vscode';
import { problem } from '../../core/problem';
import { saveFiles, type Files } from '../../jobs/saveFiles';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';
import { WorkspaceFileStore } from '../workspaceFileStore';

/** False where the person answered the question with Cancel. @throws Problem */
export async function saveBeside({ say }: Services, folder: vscode.Uri, files: Files): Promise<boolean> {
  const shown = vscode.workspace.asRelativePath(folder);
  if (!vscode.workspace.isTrusted) throw problem('steps.untrusted', { folder: shown });
  const outcome = await saveFiles(files, new WorkspaceFileStore(folder, shown), async (paths) => {
    const overwrite = say(sentence('host.files.overwrite'));
    const question = say(sentence('host.files.changed', { count: paths.length, folder: shown }));
    const options = { modal: true, detail: paths.join('\n') };
    const answer = await vscode.window.showWarningMessage(question, options, overwrite);
    return answer === overwrite ? 'overwrite' : 'cancel';
  });
  return outcome.kind === 'saved';
}
