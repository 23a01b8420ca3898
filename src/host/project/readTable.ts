/** The CSV file of a project, read through VS Code: local, remote or virtual. */
import * as vscode from 'vscode';
import { readCsvSamples, type CsvSamples } from '../../core/data/csvSamples';
import { Problem, problem } from '../../core/problem';
import type { CsvSource } from '../../core/project/project';

const mostBytes = 256 * 1024 * 1024;
const pieceBytes = 256 * 1024;

/** @throws Problem naming the file, and the line where there is one */
export async function readTable(
  projectFile: vscode.Uri,
  source: CsvSource,
  onRows: (rows: number) => void,
): Promise<CsvSamples> {
  const { file } = source;
  const uri = vscode.Uri.joinPath(projectFile, '..', ...file.split('/'));
  let bytes: Uint8Array;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > mostBytes) {
      const megabytes = Math.ceil(size / 1024 ** 2);
      throw problem('project.csv.tooLarge', { file, megabytes, maximum: mostBytes / 1024 ** 2 });
    }
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      throw problem('project.csv.absent', { file });
    }
    throw problem('project.csv.unreadable', {
      file,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  return readCsvSamples(pieces(bytes), source, async (rows) => {
    onRows(rows);
    await new Promise((resolve) => setImmediate(resolve));
  });
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
}
