/** "TinyML: New Project File": a tinyml.json with the tutorial in it; for a CSV file of the explorer, one for its columns. */
import * as vscode from 'vscode';
import { csvProject } from '../core/project/csvProject';
import type { Project } from '../core/project/project';
import { projectJson } from '../core/project/projectJson';
import { sineProject } from '../core/project/sineProject';
import type { Features } from '../host/features';
import { writeExport } from '../host/inspector/writeExport';
import { chooseWorkspaceFolder, showUnsaved } from '../host/project/newProjectPlace';
import { sentence } from '../../l10n/sentences';

/** Enough to see the columns of a file. */
const beginningBytes = 65_536;

export const newProjectFile =
  (features: Features) =>
  async (chosen?: unknown): Promise<void> => {
    const csv = chosen instanceof vscode.Uri && /\.csv$/i.test(chosen.path) ? chosen : undefined;
    const project = csv ? await projectFor(csv) : sineProject;
    const folder = await folderFor(chosen, csv);
    const text = projectJson(project);
    if (!folder) return showUnsaved(features, text);
    const uri = vscode.Uri.joinPath(folder, 'tinyml.json');
    if (await exists(uri)) {
      const file = vscode.workspace.asRelativePath(uri);
      void vscode.window.showInformationMessage(features.say(sentence('project.new.exists', { file })));
    } else if (vscode.workspace.isTrusted) {
      await writeExport(uri, new TextEncoder().encode(text));
    } else {
      return showUnsaved(features, text);
    }
    await vscode.window.showTextDocument(uri);
  };

async function projectFor(csv: vscode.Uri): Promise<Project> {
  const bytes = await vscode.workspace.fs.readFile(csv);
  const name = csv.path.slice(csv.path.lastIndexOf('/') + 1);
  return csvProject(name, new TextDecoder().decode(bytes.subarray(0, beginningBytes)));
}

async function folderFor(chosen: unknown, csv: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (csv) return vscode.Uri.joinPath(csv, '..');
  return chosen instanceof vscode.Uri ? chosen : chooseWorkspaceFolder();
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
