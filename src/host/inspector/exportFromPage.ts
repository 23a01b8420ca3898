/** What a page exports: a place is asked for, and the file is written there. */
import * as vscode from 'vscode';
import { sentence } from '../../../l10n/sentences';
import { problem } from '../../core/problem';
import { safeFileName } from '../../core/inspect/table';
import type { InspectorExport } from '../../protocol/inspectorPage';
import type { Services } from '../services';
import { fileBeside } from './fileBeside';
import { fileNameOf } from './fileNameOf';
import type { ModelDocument } from './modelDocument';
import { writeExport } from './writeExport';

/** Says where it was written; undefined when the person cancelled. @throws Problem when that cannot be done */
export async function exportFromPage(
  wanted: InspectorExport,
  document: ModelDocument,
  { say }: Services,
): Promise<string | undefined> {
  const bytes = await bytesOf(wanted, document);
  const place = await vscode.window.showSaveDialog({
    title: say(sentence('inspectorHost.exportTo')),
    defaultUri: fileBeside(document.uri, nameOf(wanted, document)),
  });
  if (!place) return undefined;
  await writeExport(place, bytes);
  return vscode.workspace.asRelativePath(place);
}

async function bytesOf(wanted: InspectorExport, { model }: ModelDocument): Promise<Uint8Array> {
  if (wanted.what === 'text') return new TextEncoder().encode(wanted.text);
  if (wanted.what === 'png') return wanted.bytes;
  const { what: format, subgraph, tensor, values } = wanted;
  const bytes = await model?.ask('tensorFile', { subgraph, tensor, format, values });
  if (!bytes) throw problem('inspectorHost.noNumbers', { tensor: `t${tensor}` });
  return bytes;
}

/** Names come from the file that is inspected, and may hold anything. */
function nameOf(wanted: InspectorExport, { uri, state }: ModelDocument): string {
  if (wanted.what === 'text' || wanted.what === 'png') {
    const [, stem = wanted.suggestedName, extension = wanted.what === 'png' ? 'png' : 'txt'] =
      /^(.*)\.(\w{1,8})$/s.exec(wanted.suggestedName) ?? [];
    return safeFileName(stem, extension);
  }
  const row =
    state.kind === 'model'
      ? state.tensors.find(({ subgraph, index }) => subgraph === wanted.subgraph && index === wanted.tensor)
      : undefined;
  const name = row && row.name !== '' ? row.name : `t${wanted.tensor}`;
  const stem = fileNameOf(uri).replace(/\.tflite$/i, '');
  return safeFileName(`${stem}_${name}`, wanted.what);
}
