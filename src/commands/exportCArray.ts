/** "TinyML: Export C Array…": a model as the `.cc` and `.h` that firmware compiles in. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { activeFile, isModelFile } from '../host/inspector/activeFile';
import { askForModel } from '../host/inspector/askForModel';
import { fileBeside } from '../host/inspector/fileBeside';
import { fileNameOf } from '../host/inspector/fileNameOf';
import { sentence } from '../../l10n/sentences';

export const exportCArray =
  ({ say, context }: Features) =>
  async (chosen?: unknown): Promise<void> => {
    const active = activeFile();
    const shown = chosen instanceof vscode.Uri ? chosen : active && isModelFile(active) ? active : undefined;
    const model = shown ?? (await askForModel(say, say(sentence('inspectorHost.chooseModel'))));
    if (!model) return;
    const { cArrayFiles, changedFiles, writeFiles } = await import('../host/inspector/cArrayExport');
    const stem = fileNameOf(model).replace(/\.tflite$/i, '');
    const source = await vscode.window.showSaveDialog({
      title: say(sentence('inspectorHost.exportTo')),
      defaultUri: fileBeside(model, `${stem}.cc`),
      filters: { [say(sentence('inspectorHost.sourceFiles'))]: ['cc', 'cpp', 'c'] },
    });
    if (!source) return;
    const files = await cArrayFiles(model, source, context.extensionUri);
    // The dialog has asked about the source already.
    const changed = (await changedFiles(files)).filter((uri) => uri.toString() !== source.toString());
    if (changed.length > 0) {
      const overwrite = say(sentence('host.files.overwrite'));
      const question = sentence('inspectorHost.overwrite', { files: changed.map(fileNameOf).join(', ') });
      if ((await vscode.window.showWarningMessage(say(question), { modal: true }, overwrite)) !== overwrite)
        return;
    }
    await writeFiles(files);
    const open = say(sentence('host.training.openFile', { file: fileNameOf(source) }));
    const names = files.map(({ uri }) => fileNameOf(uri)).join(', ');
    const said = say(sentence('inspectorHost.exported', { files: names }));
    // Not awaited by the command: a notification may stand there for long.
    void vscode.window.showInformationMessage(said, open).then((answer) => {
      if (answer === open) void vscode.window.showTextDocument(source);
    });
  };
