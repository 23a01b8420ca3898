/** "TinyML: Train Model…": the tinyml.json of the lens, the explorer or the editor, else the one of the workspace that is chosen. */
import * as vscode from 'vscode';
import { Problem, problem } from '../core/problem';
import type { Project } from '../core/project/project';
import type { Features } from '../host/features';
import { sentence } from '../../l10n/sentences';

const mostListed = 200;

export const trainModel =
  (features: Features) =>
  async (chosen?: unknown): Promise<void> => {
    const uri = chosen instanceof vscode.Uri ? chosen : (activeProjectFile() ?? (await choose(features)));
    if (!uri) return;
    const [session, panel] = await Promise.all([features.trainingSession(), features.trainingPanel()]);
    const project = await open(uri, features);
    await session.train(panel.show(), { project, file: uri });
  };

function activeProjectFile(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri?.path.endsWith('/tinyml.json') ? uri : undefined;
}

async function choose({ say }: Features): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles('**/tinyml.json', '**/node_modules/**', mostListed);
  const [first, ...more] = found.sort((a, b) => a.path.localeCompare(b.path));
  if (!first) throw problem('project.none');
  if (more.length === 0) return first;
  const items = found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const picked = await vscode.window.showQuickPick(items, { title: say(sentence('project.choose')) });
  return picked?.uri;
}

/** As it stands in the editor, saved first: what is trained must be what is on the disk. */
async function open(uri: vscode.Uri, { say }: Features): Promise<Project> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty) await document.save();
  const { readProject } = await import('../core/project/readProject');
  const reading = readProject(document.getText());
  if (reading.kind === 'project') return reading.project;
  const [first] = reading.problems;
  const place = document.positionAt(first?.offset ?? 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
  if (!first) throw new Error('A project that cannot be read has no problem.');
  const { line, column, said } = first;
  const file = vscode.workspace.asRelativePath(uri);
  throw new Problem(sentence('project.problem', { file, line, column, what: say(said) }));
}
