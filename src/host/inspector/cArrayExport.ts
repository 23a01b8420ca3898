/** A model as C++ source and header, and what of that stands in the folder already. */
import * as vscode from 'vscode';
import { problem } from '../../core/problem';
import { cArrayHeader, cIdentifier } from '../../core/firmware/cArray';
import { openModelClient } from '../../workers/modelSummaryClient';
import { fileNameOf } from './fileNameOf';
import { modelWorkerScript } from './modelWorkerScript';
import { readModelFile } from './readModelFile';
import { writeExport } from './writeExport';

export interface ExportedFile {
  readonly uri: vscode.Uri;
  readonly bytes: Uint8Array;
}

/** Above it a compiler takes minutes and gigabytes; no microcontroller has so much flash. */
const maximumBytes = 64_000_000;

/**
 * @param source where the source goes; the header goes beside it
 * @throws Problem when the model cannot be read, is damaged, or is too large for source code
 */
export async function cArrayFiles(
  model: vscode.Uri,
  source: vscode.Uri,
  extensionUri: vscode.Uri,
): Promise<readonly ExportedFile[]> {
  const origin = fileNameOf(model);
  const bytes = await readModelFile(model);
  if (bytes.length > maximumBytes) {
    throw problem('inspectorHost.tooLargeForArray', { file: origin, maximum: maximumBytes / 1e6 });
  }
  const stem = fileNameOf(source).replace(/\.\w+$/, '');
  const headerUri = vscode.Uri.joinPath(source, '..', `${stem}.h`);
  const name = cIdentifier(origin.toLowerCase().endsWith('.tflite') ? origin : `${origin}.tflite`);
  const array = { name, header: `${stem}.h`, origin: oneLine(origin), isC: /\.c$/i.test(source.path) };
  const client = await openModelClient(modelWorkerScript(extensionUri), { bytes, fileName: origin });
  try {
    const { reading } = client;
    if (reading.kind === 'nothing' || reading.overview.damage.length > 0) {
      throw problem('inspectorHost.damagedExport', { file: origin });
    }
    return [
      { uri: source, bytes: await client.ask('arraySource', array) },
      { uri: headerUri, bytes: new TextEncoder().encode(cArrayHeader(array)) },
    ];
  } finally {
    client.dispose();
  }
}

/** Files that stand there and hold something else. */
export async function changedFiles(files: readonly ExportedFile[]): Promise<readonly vscode.Uri[]> {
  const changed: vscode.Uri[] = [];
  for (const { uri, bytes } of files) {
    const found = await bytesAt(uri);
    if (found && Buffer.compare(found, bytes) !== 0) changed.push(uri);
  }
  return changed;
}

export async function writeFiles(files: readonly ExportedFile[]): Promise<void> {
  for (const { uri, bytes } of files) await writeExport(uri, bytes);
}

async function bytesAt(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** A file's name may hold what would end a comment, or continue it on the next line. */
function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}\\]/gu, '_');
}
