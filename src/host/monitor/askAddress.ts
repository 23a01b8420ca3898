/** Asks for `host:port` of a board, a terminal server or an emulator that sends its lines over TCP. */
import * as vscode from 'vscode';
import type { SourceDescription } from '../../protocol/streamWorker';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';
import { parseAddress } from './parseAddress';

const keptKey = 'tinyml.monitor.address';

export async function askAddress({ context, say }: Services): Promise<SourceDescription | undefined> {
  const typed = await vscode.window.showInputBox({
    title: say(sentence('monitorHost.address.title')),
    prompt: say(sentence('monitorHost.address.prompt')),
    value: context.workspaceState.get(keptKey, ''),
    ignoreFocusOut: true,
    validateInput: (text) => (parseAddress(text) ? undefined : say(sentence('monitorHost.address.wrong'))),
  });
  const address = typed === undefined ? undefined : parseAddress(typed);
  if (!address) return undefined;
  await context.workspaceState.update(keptKey, typed);
  return { kind: 'tcp', ...address };
}
