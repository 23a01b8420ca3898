/** "TinyML: Inspect Model": a `.tflite` file, or a model that stands as an array in C or C++ source. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { activeFile, isModelFile, isSourceFile } from '../host/inspector/activeFile';
import { arrayScheme, arrayUri } from '../host/inspector/arrayUri';
import { askForModel } from '../host/inspector/askForModel';
import { fileNameOf } from '../host/inspector/fileNameOf';
import type { PlacedArray } from '../host/inspector/sourceArrays';
import { problem } from '../core/problem';
import { sentence } from '../../l10n/sentences';

export const inspectModel =
  (features: Features) =>
  async (chosen?: unknown): Promise<void> => {
    const model = await modelToInspect(chosen, features);
    if (!model) return;
    const editors = await features.modelEditors();
    await editors.show(model);
  };

async function modelToInspect(chosen: unknown, features: Features): Promise<vscode.Uri | undefined> {
  const file = chosen instanceof vscode.Uri ? chosen : activeFile();
  if (file && (file.scheme === arrayScheme || isModelFile(file))) return file;
  if (file && (chosen instanceof vscode.Uri || isSourceFile(file))) return modelInSource(file, features);
  return askForModel(features.say, features.say(sentence('inspectorHost.chooseModel')));
}

/** @throws Problem when no array of the source holds a model */
async function modelInSource(
  source: vscode.Uri,
  { sourceArrays, say }: Features,
): Promise<vscode.Uri | undefined> {
  const arrays = await sourceArrays.inSource(source);
  const [first, second] = arrays;
  if (!first) throw problem('inspectorHost.noArray', { file: fileNameOf(source) });
  const atCursor = second ? arrayAtCursor(source, arrays) : first;
  if (atCursor) return arrayUri(atCursor.place);
  const chosen = await vscode.window.showQuickPick(
    arrays.map(({ array, place }) => ({
      label: array.name,
      description: say(sentence('inspectorHost.arrayPlace', { line: array.line, bytes: array.bytes.length })),
      place,
    })),
    { title: say(sentence('inspectorHost.chooseArray')) },
  );
  return chosen && arrayUri(chosen.place);
}

function arrayAtCursor(source: vscode.Uri, arrays: readonly PlacedArray[]): PlacedArray | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== source.toString()) return undefined;
  const cursor = editor.document.offsetAt(editor.selection.active);
  return arrays.find(({ array: { start, end } }) => start <= cursor && cursor <= end);
}
