import * as vscode from 'vscode';

/** Where the worker that reads large models lies in the packed extension. */
export function modelWorkerScript(extensionUri: vscode.Uri): string {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'workers', 'modelSummary.worker.js').fsPath;
}
