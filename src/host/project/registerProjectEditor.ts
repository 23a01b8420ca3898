/** Loads what editors show of a `tinyml.json` when the first one is opened, and not before. */
import * as vscode from 'vscode';
import { describeDefect } from '../log';
import type { Services } from '../services';

export function registerProjectEditor(services: Services): vscode.Disposable {
  const owned: { readonly dispose: () => void }[] = [];
  const load = async (): Promise<void> => {
    waiting.dispose();
    const { ProjectEditor } = await import('./projectEditor');
    owned.push(new ProjectEditor(services));
  };
  const isProject = ({ uri }: vscode.TextDocument): boolean => uri.path.endsWith('/tinyml.json');
  const start = (): void => {
    load().catch((error: unknown) => {
      services.log.error(describeDefect(error));
    });
  };
  const waiting = vscode.workspace.onDidOpenTextDocument((document) => {
    if (isProject(document)) start();
  });
  if (vscode.workspace.textDocuments.some(isProject)) start();
  return vscode.Disposable.from(waiting, {
    dispose: () => {
      for (const one of owned) one.dispose();
    },
  });
}
