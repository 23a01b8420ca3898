/** What a page exports: a place is asked for, and the file is written there. */
import * as vscode from 'vscode';
import { problem } from '../../core/problem';
import { safeFileName } from '../../core/inspect/table';
import type { InspectorExport } from '../../protocol/inspectorPage';
import { askWhereTo } from '../saveFromPage';
import type { Services } from '../services';
import { fileBeside } from './fileBeside';
import { fileNameOf } from './fileNameOf';
import type { ModelDocument } from './modelDocument';
import { writeExport } from './writeExport';

/** Says where it was written; undefined when the person cancelled. @throws Problem when that cannot be done */
export async function exportFromPage(
  wanted: InspectorExport,
  document: ModelDocument,
  services: Services,
): Promise<string | undefined> {
  const bytes = await bytesOf(wanted, document);
  const beside = fileBeside(document.uri, nameOf(wanted, document));
  const place = await askWhereTo(services, fileNameOf(beside), vscode.Uri.joinPath(beside, '..'));
  if (!place) return undefined;
  await writeExport(place, bytes);
  return vscode.workspace.asRelativePath(place);
}

async function bytesOf(wanted: InspectorExport, { model }: ModelDocument): Promise<Uint8Array> {
  if (wanted.what === 'text') return new TextEncoder().encode(wanted.text);
  if (wanted.what === 'file') return wanted.bytes;
  const { what: format, subgraph, tensor, values } = wanted;
  const bytes = await model?.ask('tensorFile', { subgraph, tensor, format, values });
  if (!bytes) throw problem('inspectorHost.noNumbers', { tensor: `t${tensor}` });
  return bytes;
}

/** Names come from the file that is inspected, and may hold anything. */
function nameOf(wanted: InspectorExport, { uri, state }: ModelDocument): string {
  if (wanted.what === 'text' || wanted.what === 'file') {
    const suggested = wanted.what === 'text' ? wanted.suggestedName : wanted.name;
    const [, stem = suggested, extension = 'txt'] = /^(.*)\.(\w{1,8})$/s.exec(suggested) ?? [];
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
