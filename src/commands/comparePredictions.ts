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
    const [{ projectOf }, { takeStep }, { saveBeside }] = await Promise.all([
      import('../host/project/modelProject'),
      import('../host/project/takeStep'),
      import('../host/project/saveBeside'),
    ]);
    const source = await projectOf(features, model);
    const { project } = source;
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
    const compared = await takeStep(features, model, 'compare', { models, source });
    const file = `${project.name}_predictions.csv`;
    const bytes = new TextEncoder().encode(compared.csv);
    if (!(await saveBeside(features, folder, new Map([[file, bytes]])))) return;
    const panels = await features.plotPanels();
    panels.show(vscode.Uri.joinPath(folder, file));
    const errors = compared.models.map((one) => say(sentence('steps.compare.model', { ...one }))).join(' ');
    const said = sentence('steps.compare.done', {
      folder: fileNameOf(folder),
      samples: compared.samples,
      errors,
    });
    void vscode.window.showInformationMessage(say(said));
  };
