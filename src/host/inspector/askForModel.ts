/** Which model is meant, where nothing is selected: one of the workspace, or any file. */
import * as vscode from 'vscode';
import { sentence } from '../../../l10n/sentences';
import type { Say } from '../language';
import { fileNameOf } from './fileNameOf';

const mostOffered = 500;

/** Undefined when the person cancelled. */
export async function askForModel(
  say: Say,
  title: string,
  except?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles('**/*.tflite', undefined, mostOffered);
  const offered = files
    .filter((uri) => uri.toString() !== except?.toString())
    .map((uri) => ({ label: fileNameOf(uri), description: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.description.localeCompare(b.description));
  if (offered.length === 0) return browse(say, title);
  const other = { label: say(sentence('inspectorHost.browse')), alwaysShow: true };
  const chosen = await vscode.window.showQuickPick([...offered, other], { title, matchOnDescription: true });
  if (!chosen) return undefined;
  return 'uri' in chosen ? chosen.uri : browse(say, title);
}

async function browse(say: Say, title: string): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title,
    filters: {
      [say(sentence('inspectorHost.modelFiles'))]: ['tflite'],
      [say(sentence('host.plot.allFiles'))]: ['*'],
    },
  });
  return files?.[0];
}
