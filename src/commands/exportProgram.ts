/** "TinyML: Export C++ Program": a folder with the program that runs the model, its array and what it will print. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { fileNameOf } from '../host/inspector/fileNameOf';
import { readModelFile } from '../host/inspector/readModelFile';
import { sentence } from '../../l10n/sentences';

export const exportProgram =
  (features: Features) =>
  async (chosen?: unknown): Promise<void> => {
    const { say } = features;
    const { stepModel } = await import('../host/project/stepModel');
    const model = await stepModel(features, chosen);
    if (!model) return;
    const [{ projectIfAny }, { takeStep }, { saveBeside }] = await Promise.all([
      import('../host/project/modelProject'),
      import('../host/project/takeStep'),
      import('../host/project/saveBeside'),
    ]);
    const name = fileNameOf(model);
    const bytes = await readModelFile(model);
    const source = await projectIfAny(features, model);
    const request = { fileName: name, bytes, ...(source && { source }) };
    const files = await takeStep(features, model, 'exportProgram', request);
    const folder = vscode.Uri.joinPath(model, '..', `${name.replace(/\.tflite$/i, '')}_program`);
    if (!(await saveBeside(features, folder, files))) return;
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'main.cc'));
    const shown = vscode.workspace.asRelativePath(folder);
    void vscode.window.showInformationMessage(
      say(sentence('host.files.saved', { count: files.size, folder: shown })),
    );
  };
