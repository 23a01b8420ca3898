/** Reads a CSV file for the plot page, wherever VS Code can reach it. */
import * as vscode from 'vscode';
import { readCsv } from '../core/data/csv';
import { Problem } from '../core/problem';
import type { PlotState } from '../protocol/plotPage';
import { readCsvInWorker } from '../workers/csvClient';
import { sentence } from '../../l10n/sentences';
import { plotState } from './plotState';

/** Above it, reading takes long enough to be felt. */
const workerFromBytes = 1_000_000;
/** Node's longest string is 512 MiB; a page has had enough long before. */
const maximumBytes = 200_000_000;

/** Never throws for the file's sake: what cannot be read is told on the page. */
export async function readPlot(uri: vscode.Uri, extensionUri: vscode.Uri): Promise<PlotState> {
  const source = uri.toString();
  const fileName = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) {
      return { kind: 'empty', source, fileName, why: sentence('host.plot.isFolder', { file: fileName }) };
    }
    if (size > maximumBytes) {
      const limits = { file: fileName, megabytes: size / 1e6, maximum: maximumBytes / 1e6 };
      return { kind: 'empty', source, fileName, why: sentence('host.plot.tooLarge', limits) };
    }
    const bytes = await vscode.workspace.fs.readFile(uri);
    const script = vscode.Uri.joinPath(extensionUri, 'dist', 'workers', 'csv.worker.js').fsPath;
    const reading =
      bytes.length > workerFromBytes
        ? await readCsvInWorker(script, bytes)
        : readCsv(new TextDecoder().decode(bytes));
    return plotState(source, fileName, reading);
  } catch (error) {
    if (error instanceof Problem) return { kind: 'empty', source, fileName, why: error.sentence };
    if (!(error instanceof vscode.FileSystemError)) throw error;
    const why =
      error.code === 'FileNotFound'
        ? sentence('host.plot.absent', { file: fileName })
        : sentence('host.plot.unreadable', { file: fileName, detail: error.message });
    return { kind: 'empty', source, fileName, why };
  }
}
