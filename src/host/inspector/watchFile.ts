/** Calls back when a file is written, made or deleted, also outside the workspace. */
import * as vscode from 'vscode';

export function watchFile(uri: vscode.Uri, onChange: () => void): vscode.Disposable {
  // A pattern with the file's own name would read brackets in it as a choice of letters.
  const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*');
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  const path = uri.path;
  const heard = (changed: vscode.Uri): void => {
    if (changed.path === path) onChange();
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(heard),
    watcher.onDidCreate(heard),
    watcher.onDidDelete(heard),
  );
}
