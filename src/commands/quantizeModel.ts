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
    const [{ modelData }, { int8File, sizeOptimisedFile }, { representativeSamples }, { saveBeside }] =
      await Promise.all([
        import('../host/project/modelProject'),
        import('../jobs/quantizeFile'),
        import('../core/quantize/representativeSamples'),
        import('../host/project/saveBeside'),
      ]);
    const bytes = await readModelFile(model);
    const made =
      picked.how === 'quantized'
        ? sizeOptimisedFile(bytes)
        : int8File(bytes, representativeSamples((await modelData(features, model)).sets.training));
    const file = `${fileNameOf(model).replace(/\.tflite$/i, '')}_${picked.how}.tflite`;
    const folder = vscode.Uri.joinPath(model, '..');
    if (!(await saveBeside(features, folder, new Map([[file, made.bytes]])))) return;
    const saved = sentence('steps.quantize.done', {
      file,
      bytes: made.bytes.length,
      before: bytes.length,
      note: say(made.note),
    });
    const open = say(sentence('host.training.openFile', { file }));
    // Not awaited: a notification may stand there for long.
    void vscode.window.showInformationMessage(say(saved), open).then((answer) => {
      if (answer === open)
        void vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(folder, file));
    });
  };
