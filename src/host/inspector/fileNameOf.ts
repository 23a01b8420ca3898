import type * as vscode from 'vscode';

/** The last part of an address, as a person knows the file. */
export function fileNameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
