/** "TinyML: New Project File": a tinyml.json with the tutorial in it; for a CSV file of the explorer, one for its columns. */
import * as vscode from 'vscode';
import { csvProject } from '../core/project/csvProject';
import type { Project } from '../core/project/project';
import { projectJson } from '../core/project/projectJson';
import { sineProject } from '../core/project/sineProject';
import type { Features } from '../host/features';
import { writeExport } from '../host/inspector/writeExport';
import { sentence } from '../../l10n/sentences';

/** Enough to see the columns of a file. */
const beginningBytes = 65_536;

export const newProjectFile =
  ({ say }: Features) =>
  async (chosen?: unknown): Promise<void> => {
    const csv = chosen instanceof vscode.Uri && /\.csv$/i.test(chosen.path) ? chosen : undefined;
    const project = csv ? await projectFor(csv) : sineProject;
    const folder = csv ? vscode.Uri.joinPath(csv, '..') : await folderOf(chosen);
    const text = projectJson(project);
    if (!folder) {
      const document = await vscode.workspace.openTextDocument({ content: text, language: 'jsonc' });
      await vscode.window.showTextDocument(document);
      void vscode.window.showInformationMessage(say(sentence('project.new.noFolder')));
      return;
    }
    const uri = vscode.Uri.joinPath(folder, 'tinyml.json');
    if (await exists(uri)) {
      const file = vscode.workspace.asRelativePath(uri);
      void vscode.window.showInformationMessage(say(sentence('project.new.exists', { file })));
    } else {
      await writeExport(uri, new TextEncoder().encode(text));
    }
    await vscode.window.showTextDocument(uri);
  };

async function projectFor(csv: vscode.Uri): Promise<Project> {
  const bytes = await vscode.workspace.fs.readFile(csv);
  const name = csv.path.slice(csv.path.lastIndexOf('/') + 1);
  return csvProject(name, new TextDecoder().decode(bytes.subarray(0, beginningBytes)));
}

async function folderOf(chosen: unknown): Promise<vscode.Uri | undefined> {
  if (chosen instanceof vscode.Uri) return chosen;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
