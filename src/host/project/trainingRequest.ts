/** What a training is asked for: a project, and the file that says so, where there is one. */
import * as vscode from 'vscode';
import type { CsvSamples } from '../../core/data/csvSamples';
import { playgroundProject } from '../../core/project/playgroundProject';
import type { Project } from '../../core/project/project';
import { costSentence, isCostly, trainingCost } from '../../core/project/trainingCost';
import { resultsFolder } from '../../jobs/projectFiles';
import { projectJson } from '../../core/project/projectJson';
import { sentence } from '../../../l10n/sentences';
import { activeWorkspaceFolder, resultsFolderOf, type OutputFolder } from '../outputFolder';
import type { TrainingState } from '../../protocol/trainingPage';
import type { KeptRun } from '../runStore';
import type { Services } from '../services';
import { readTable } from './readTable';

export interface TrainingRequest {
  readonly project: Project;
  /** The `tinyml.json`; results go beside it, and its data is found from it. */
  readonly file?: vscode.Uri;
  /** Of several workspace folders, the one that the results of the tutorial go to. */
  readonly workspace?: vscode.WorkspaceFolder;
  /** What `project` was before the playground changed it; its files then replace nothing. */
  readonly original?: Project;
}

/** The same request with the values of the page; without `original` where they are the project's own. @throws Problem */
export function playRequest(
  { original: before, ...request }: TrainingRequest,
  wanted: unknown,
): TrainingRequest {
  const original = before ?? request.project;
  const project = playgroundProject(original, wanted, request.file !== undefined);
  return { ...request, project, ...(project !== original && { original }) };
}

/** With a workspace folder for its results, where there is one: who starts from the page gets that of the last run. */
export function placed(request: TrainingRequest, last: TrainingRequest): TrainingRequest {
  const lastFolder = last.workspace && vscode.workspace.getWorkspaceFolder(last.workspace.uri);
  const workspace = activeWorkspaceFolder() ?? lastFolder ?? vscode.workspace.workspaceFolders?.[0];
  return { ...request, ...(workspace && { workspace }) };
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
  const folder = kept?.folder === undefined ? undefined : vscode.Uri.parse(kept.folder, true);
  const workspace = folder && vscode.workspace.getWorkspaceFolder(folder);
  return { project, ...changed, ...file, ...(workspace && { workspace }) };
}

/**
 * The project's CSV file, if it has one.
 *
 * @param stop ends the reading, as Cancel does
 * @throws Problem, or a CancellationError where a person did not want to wait
 */
export async function tableOf(
  { say }: Services,
  { project, file }: TrainingRequest,
  stop?: AbortSignal,
): Promise<CsvSamples | undefined> {
  const { data } = project;
  if (data.source !== 'csv' || !file) return undefined;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: say(sentence('project.progress.title')),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (progress, token) =>
    readTable(file, data, (rows) => {
      if (token.isCancellationRequested || stop?.aborted === true) throw new vscode.CancellationError();
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
