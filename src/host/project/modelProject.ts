/** The project that a `.tflite` was trained with: the tinyml.json beside it or one folder up, and the columns of its file. */
import * as vscode from 'vscode';
import { problem } from '../../core/problem';
import type { Project } from '../../core/project/project';
import { readProject } from '../../core/project/readProject';
import type { ProjectSource } from '../../protocol/stepWorker';
import type { Services } from '../services';
import { tableOf } from './trainingRequest';

/** @throws Problem where there is no such project, or its data cannot be read */
export async function projectOf(services: Services, model: vscode.Uri): Promise<ProjectSource> {
  const source = await projectIfAny(services, model);
  if (!source) throw problem('steps.noProject', { file: vscode.workspace.asRelativePath(model) });
  return source;
}

/** @throws Problem where the data of the project cannot be read */
export async function projectIfAny(
  services: Services,
  model: vscode.Uri,
): Promise<ProjectSource | undefined> {
  const found = await findProject(model);
  if (!found) return undefined;
  const { project, uri } = found;
  const table = await tableOf(services, { project, file: uri });
  return { project, ...(table && { table }) };
}

/** A project is that of a model if it made files of that name. */
async function findProject(
  model: vscode.Uri,
): Promise<{ readonly project: Project; readonly uri: vscode.Uri } | undefined> {
  const fileName = model.path.slice(model.path.lastIndexOf('/') + 1);
  for (const up of [['..'], ['..', '..']]) {
    const uri = vscode.Uri.joinPath(model, ...up, 'tinyml.json');
    let text: string;
    try {
      text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      continue; // Not there: the next place.
    }
    const reading = readProject(text);
    if (reading.kind === 'project' && fileName.startsWith(reading.project.name)) {
      return { project: reading.project, uri };
    }
  }
  return undefined;
}
