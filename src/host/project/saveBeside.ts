/** Saves what a step made beside the model; files that somebody changed are asked about first. */
import * as vscode from 'vscode';
import { problem } from '../../core/problem';
import { saveFiles, type Files } from '../../jobs/saveFiles';
import { askAboutChanged } from '../askAboutChanged';
import type { Services } from '../services';
import { WorkspaceFileStore } from '../workspaceFileStore';

/** False where nothing came of it: Cancel was the answer, or the only file is kept as it was. @throws Problem */
export async function saveBeside(services: Services, folder: vscode.Uri, files: Files): Promise<boolean> {
  const shown = vscode.workspace.asRelativePath(folder);
  if (!vscode.workspace.isTrusted) throw problem('steps.untrusted', { folder: shown });
  const store = new WorkspaceFileStore(folder, shown);
  const outcome = await saveFiles(files, store, askAboutChanged(services, shown));
  return outcome.kind === 'saved' && outcome.kept.length < files.size;
}
