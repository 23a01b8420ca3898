/** The one question before files are replaced that somebody changed, or that we never wrote. */
import * as vscode from 'vscode';
import type { AskAboutChanged } from '../jobs/saveFiles';
import { sentence } from '../../l10n/sentences';
import type { Services } from './services';

/** @param folder as a person knows it */
export function askAboutChanged({ say }: Pick<Services, 'say'>, folder: string): AskAboutChanged {
  const overwrite = say(sentence('host.files.overwrite'));
  const keep = say(sentence('host.files.keepMine'));
  return async (paths) => {
    const question = say(sentence('host.files.changed', { count: paths.length, folder }));
    const options = { modal: true, detail: paths.join('\n') };
    // The first one is what Enter presses: it must not cost anybody their work.
    const chosen = await vscode.window.showWarningMessage(question, options, keep, overwrite);
    return chosen === overwrite ? 'overwrite' : chosen === keep ? 'keep' : 'cancel';
  };
}
