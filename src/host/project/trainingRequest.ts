/** What a training is asked for: a project, and the file that says so, where there is one. */
import * as vscode from 'vscode';
import type { CsvSamples } from '../../core/data/csvSamples';
import { playgroundProject } from '../../core/project/playgroundProject';
import type { Project } from '../../core/project/project';
import { costSentence, isCostly, trainingCost } from '../../core/project/trainingCost';
import { resultsFolder } from '../../jobs/projectFiles';
import { projectJson } from '../../core/project/projectJson';
import { sentence } from '../../../l10n/sentences';
import { resultsFolderOf, type OutputFolder } from '../outputFolder';
import type { TrainingState } from '../../protocol/trainingPage';
import type { KeptRun } from '../runStore';
import type { Services } from '../services';
import { readTable } from './readTable';

export interface TrainingRequest {
  readonly project: Project;
  /** The `tinyml.json`; results go beside it, and its data is found from it. */
  readonly file?: vscode.Uri;
  /** What `project` was before the playground changed it; its files then replace nothing. */
  readonly original?: Project;
}

/** The same request with the values of the page; without `original` where they are the project's own. @throws Problem */
export function playRequest(
  { project, file, original = project }: TrainingRequest,
  wanted: unknown,
): TrainingRequest {
  const played = playgroundProject(original, wanted, file !== undefined);
  return { project: played, ...(file && { file }), ...(played !== original && { original }) };
}

/** Where the values of a run come from, for the page. */
export function originOf({ project, file, original = project }: TrainingRequest): Partial<TrainingState> {
  return { original, ...(file && { projectFile: vscode.workspace.asRelativePath(file) }) };
}

/** What was trained before the window was reloaded. */
export function keptRequest(kept: KeptRun | undefined): TrainingRequest | undefined {
  const { settings: project, original } = kept?.state ?? {};
  if (!project) return undefined;
  const changed = original && projectJson(original) !== projectJson(project) && { original };
  const file = kept?.projectFile !== undefined && { file: vscode.Uri.parse(kept.projectFile, true) };
  return { project, ...changed, ...file };
}

/** The project's CSV file, if it has one. @throws Problem */
export async function tableOf(
  { say }: Services,
  { project, file }: TrainingRequest,
): Promise<CsvSamples | undefined> {
  const { data } = project;
  if (data.source !== 'csv' || !file) return undefined;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: say(sentence('host.training.progress')),
  };
  return vscode.window.withProgress(options, (progress) =>
    readTable(file, data, (rows) => {
      progress.report({ message: say(sentence('project.progress.rows', { file: data.file, rows })) });
    }),
  );
}

/** Asks before a training that takes its time. */
export async function isWanted(
  { say }: Services,
  project: Project,
  table: CsvSamples | undefined,
): Promise<boolean> {
  const samples = project.data.source === 'sine' ? project.data.samples : (table?.rows ?? 0);
  const cost = trainingCost(project, samples);
  if (!isCostly(cost)) return true;
  const train = say(sentence('project.train'));
  const question = `${say(costSentence(cost))} ${say(sentence('project.cost.question'))}`;
  return (await vscode.window.showWarningMessage(question, { modal: true }, train)) === train;
}

export function placeOf(project: Project, file: vscode.Uri): Promise<OutputFolder> {
  const folderName = file.path.split('/').at(-2) ?? '';
  return resultsFolderOf(file, resultsFolder(project, folderName));
}
