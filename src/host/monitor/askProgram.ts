/** Asks for a command line whose output shall be read as if a board printed it. */
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { SourceDescription } from '../../protocol/streamWorker';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';
import { splitCommandLine } from './splitCommandLine';

const keptKey = 'tinyml.monitor.program';

export async function askProgram({ context, say }: Services): Promise<SourceDescription | undefined> {
  const typed = await vscode.window.showInputBox({
    title: say(sentence('monitorHost.program.title')),
    prompt: say(sentence('monitorHost.program.prompt')),
    value: context.workspaceState.get(keptKey, ''),
    ignoreFocusOut: true,
    validateInput: (text) =>
      splitCommandLine(text) ? undefined : say(sentence('monitorHost.program.wrong')),
  });
  const words = typed === undefined ? undefined : splitCommandLine(typed);
  const [command, ...args] = words ?? [];
  if (command === undefined) return undefined;
  await context.workspaceState.update(keptKey, typed);
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  return { kind: 'program', command, args, cwd: folder?.uri.fsPath ?? homedir() };
}
