/** The project that a `.tflite` was trained with: the tinyml.json beside it or one folder up, and its data. */
import * as vscode from 'vscode';
import { sineLoop, tableLoop, type ProgramLoop } from '../../core/firmware/programLoop';
import { problem } from '../../core/problem';
import type { Project } from '../../core/project/project';
import { readProject } from '../../core/project/readProject';
import { drawRunData, sampleSets, type SampleSets } from '../../core/project/runData';
import type { RunData } from '../../core/project/run';
import type { Services } from '../services';
import { tableOf } from './trainingRequest';

export interface ModelData {
  readonly project: Project;
  readonly data: RunData;
  readonly sets: SampleSets;
  readonly loop: ProgramLoop;
}

/** @throws Problem where there is no such project, or its data cannot be read */
export async function modelData(services: Services, model: vscode.Uri): Promise<ModelData> {
  const found = await findProject(model);
  const file = vscode.workspace.asRelativePath(model);
  if (!found) throw problem('steps.noProject', { file });
  const { project, uri } = found;
  const table = await tableOf(services, { project, file: uri });
  const data = drawRunData(project, table);
  const sets = sampleSets(data);
  return { project, data, sets, loop: data.table ? tableLoop(data.table, sets.training) : sineLoop };
}

/** What the program of a model feeds to it; the tutorial's loop where nobody knows its project. @throws Problem */
export async function modelLoop(services: Services, model: vscode.Uri): Promise<ProgramLoop> {
  const found = await findProject(model);
  return found ? (await modelData(services, model)).loop : sineLoop;
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
