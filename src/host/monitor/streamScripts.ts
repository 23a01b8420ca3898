/** Where the bundles of the stream worker and of the port process are. */
import * as vscode from 'vscode';
import type { StreamScripts } from '../../workers/streamClient';

export function streamScripts({ extensionUri }: vscode.ExtensionContext): StreamScripts {
  const bundle = (...names: string[]): string => vscode.Uri.joinPath(extensionUri, 'dist', ...names).fsPath;
  return { worker: bundle('workers', 'stream.worker.js'), port: bundle('port.process.js') };
}
