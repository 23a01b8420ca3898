import * as vscode from 'vscode';
import { arrayPlace } from './arrayUri';

/** A place for a new file beside a model: beside its source for an array, beside the file itself for a version from git. */
export function fileBeside(model: vscode.Uri, name: string): vscode.Uri {
  const base = arrayPlace(model)?.source ?? (model.scheme === 'git' ? vscode.Uri.file(model.path) : model);
  return vscode.Uri.joinPath(base, '..', name);
}
