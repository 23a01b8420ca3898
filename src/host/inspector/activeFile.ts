import * as vscode from 'vscode';
import { isSourceFileName } from '../../core/source/sourceFileName';

/** The file in the active editor, whatever kind of editor it is. */
export function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri
    : undefined;
}

export function isModelFile(uri: vscode.Uri): boolean {
  return uri.path.toLowerCase().endsWith('.tflite');
}

export function isSourceFile(uri: vscode.Uri): boolean {
  return isSourceFileName(uri.path);
}
