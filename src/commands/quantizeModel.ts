/** "TinyML: Quantize Model…": a float model as a size-optimised or a full int8 one, beside it. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { fileNameOf } from '../host/inspector/fileNameOf';
import { readModelFile } from '../host/inspector/readModelFile';
import { sentence } from '../../l10n/sentences';

interface Kind extends vscode.QuickPickItem {
  readonly how: 'int8' | 'quantized';
}

export const quantizeModel =
  (features: Features) =>
  async (chosen?: unknown): Promise<void> => {
    const { say } = features;
    const { stepModel } = await import('../host/project/stepModel');
    const model = await stepModel(features, chosen);
    if (!model) return;
    const kinds: Kind[] = [
      { how: 'int8', label: 'int8', detail: say(sentence('steps.quantize.int8')) },
      {
        how: 'quantized',
        label: say(sentence('steps.quantize.size')),
        detail: say(sentence('steps.quantize.sizeDetail')),
      },
    ];
    const picked = await vscode.window.showQuickPick(kinds, { title: say(sentence('steps.quantize.how')) });
    if (!picked) return;
    const [{ projectOf }, { takeStep }, { saveBeside }] = await Promise.all([
      import('../host/project/modelProject'),
      import('../host/project/takeStep'),
      import('../host/project/saveBeside'),
    ]);
    const { how } = picked;
    const float = await readModelFile(model);
    const request =
      how === 'int8' ? { how, float, source: await projectOf(features, model) } : { how, float };
    const made = await takeStep(features, model, 'quantize', request);
    const file = `${fileNameOf(model).replace(/\.tflite$/i, '')}_${how}.tflite`;
    const folder = vscode.Uri.joinPath(model, '..');
    if (!(await saveBeside(features, folder, new Map([[file, made.bytes]])))) return;
    const saved = sentence('steps.quantize.done', {
      file,
      bytes: made.bytes.length,
      before: float.length,
      note: say(made.note),
    });
    const open = say(sentence('host.training.openFile', { file }));
    // Not awaited: a notification may stand there for long.
    void vscode.window.showInformationMessage(say(saved), open).then((answer) => {
      if (answer === open)
        void vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(folder, file));
    });
  };
