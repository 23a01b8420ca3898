/** "TinyML: Compare Predictions": the models of one project on its test split, as a plot and as errors. */
import * as vscode from 'vscode';
import { problem } from '../core/problem';
import type { Features } from '../host/features';
import { fileNameOf } from '../host/inspector/fileNameOf';
import { readModelFile } from '../host/inspector/readModelFile';
import { sentence } from '../../l10n/sentences';

const mostModels = 8;

export const comparePredictions =
  (features: Features) =>
  async (chosen?: unknown): Promise<void> => {
    const { say } = features;
    const { stepModel } = await import('../host/project/stepModel');
    const model = await stepModel(features, chosen);
    if (!model) return;
    const [{ modelData }, job, { saveBeside }] = await Promise.all([
      import('../host/project/modelProject'),
      import('../jobs/comparePredictions'),
      import('../host/project/saveBeside'),
    ]);
    const { project, data, sets } = await modelData(features, model);
    const folder = vscode.Uri.joinPath(model, '..');
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const names = entries
      .map(([name]) => name)
      .filter((name) => name.startsWith(project.name) && name.endsWith('.tflite'))
      .sort((a, b) => a.length - b.length || a.localeCompare(b));
    if (names.length > mostModels)
      throw problem('steps.compare.many', { count: names.length, most: mostModels });
    const models = await Promise.all(
      names.map(async (name) => ({
        name: name.replace(/\.tflite$/, ''),
        bytes: await readModelFile(vscode.Uri.joinPath(folder, name)),
      })),
    );
    const columns = { input: data.table?.inputNames[0] ?? 'x', target: data.table?.targetName ?? 'y' };
    const compared = await job.comparePredictions(models, sets.test, columns, nextTurn);
    const file = `${project.name}_predictions.csv`;
    const bytes = new TextEncoder().encode(compared.csv);
    if (!(await saveBeside(features, folder, new Map([[file, bytes]])))) return;
    const panels = await features.plotPanels();
    panels.show(vscode.Uri.joinPath(folder, file));
    const errors = compared.models.map((one) => say(sentence('steps.compare.model', { ...one }))).join(' ');
    const said = sentence('steps.compare.done', {
      folder: fileNameOf(folder),
      samples: sets.test.samples,
      errors,
    });
    void vscode.window.showInformationMessage(say(said));
  };

/** Lets the window's messages be delivered. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
