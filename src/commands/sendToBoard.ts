/** "TinyML: Send to Board…": one line of text, ended by a newline. */
import * as vscode from 'vscode';
import { problem } from '../core/problem';
import type { Features } from '../host/features';
import { sentence } from '../../l10n/sentences';

export const sendToBoard =
  (features: Features) =>
  async (given?: unknown): Promise<void> => {
    const { session } = await features.monitor();
    if (!session.isOpen) throw problem('monitorHost.notOpen');
    const text =
      typeof given === 'string'
        ? given
        : await vscode.window.showInputBox({
            title: features.say(sentence('monitorHost.send.title')),
            prompt: features.say(sentence('monitorHost.send.prompt')),
            ignoreFocusOut: true,
          });
    if (text !== undefined) await session.sendText(text, 'lf', true);
  };
