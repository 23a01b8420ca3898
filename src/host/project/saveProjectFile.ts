/** Keeps the values of the playground as a tinyml.json: beside the one they came from, or at the top of a workspace folder. */
import * as vscode from 'vscode';
import type { Project } from '../../core/project/project';
import { projectJson } from '../../core/project/projectJson';
import { sentence } from '../../../l10n/sentences';
import { writeExport } from '../inspector/writeExport';
import type { Services } from '../services';
import { chooseWorkspaceFolder, showUnsaved } from './newProjectPlace';

const fileName = 'tinyml.json';

/**
 * @param origin the `tinyml.json` that the values came from: a CSV file is found from there
 * @throws Problem where the folder does not take the file, CancellationError where a person chose no folder
 */
export async function saveProjectFile(
  services: Services,
  project: Project,
  origin: vscode.Uri | undefined,
): Promise<void> {
  const text = projectJson(project);
  if (!vscode.workspace.isTrusted) return showUnsaved(services, text);
  const folder = origin ? vscode.Uri.joinPath(origin, '..') : await chooseWorkspaceFolder();
  if (!folder) return showUnsaved(services, text);
  const uri = await freePlace(services, vscode.Uri.joinPath(folder, fileName), text, project);
  if (!uri) return;
  await writeExport(uri, new TextEncoder().encode(text));
  void announce(services, uri);
}

/** Undefined where the person gave up. */
async function freePlace(
  { say }: Services,
  first: vscode.Uri,
  text: string,
  { data }: Project,
): Promise<vscode.Uri | undefined> {
  const overwrite = say(sentence('host.files.overwrite'));
  const elsewhere = say(sentence('playground.saveElsewhere'));
  // The path of a CSV file is relative to the project file: in another folder it would lead nowhere.
  const answers = data.source === 'csv' ? [overwrite] : [elsewhere, overwrite];
  for (let uri = first; ;) {
    const there = await read(uri);
    if (there === undefined || there === text) return uri;
    const file = vscode.workspace.asRelativePath(uri);
    const question = say(sentence('playground.saveInTheWay', { file }));
    const answer = await vscode.window.showWarningMessage(question, { modal: true }, ...answers);
    if (answer === overwrite) return uri;
    if (answer !== elsewhere) return undefined;
    const [folder] =
      (await vscode.window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        title: say(sentence('playground.saveFolder')),
        openLabel: say(sentence('host.files.saveHere')),
      })) ?? [];
    if (!folder) return undefined;
    uri = vscode.Uri.joinPath(folder, fileName);
  }
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

async function announce({ say }: Services, uri: vscode.Uri): Promise<void> {
  const file = vscode.workspace.asRelativePath(uri);
  const open = say(sentence('playground.saved.open'));
  const train = say(sentence('playground.saved.train'));
  const said = say(sentence('playground.saved', { file }));
  const chosen = await vscode.window.showInformationMessage(said, open, train);
  if (chosen === open) await vscode.window.showTextDocument(uri);
  if (chosen === train) await vscode.commands.executeCommand('tinyml.trainModel', uri);
}
