/** The page of a finding's code. Not in the palette: the code in the list of problems and the inspector link here. */
import * as vscode from 'vscode';
import { findingCodes } from '../core/check/finding';
import type { Features } from '../host/features';

export const showFindingPage =
  ({ context, language }: Features) =>
  async (code?: unknown): Promise<void> => {
    const known = findingCodes.find((each) => each === code);
    if (!known) return;
    const folder = vscode.Uri.joinPath(context.extensionUri, 'docs', 'findings');
    const page = vscode.Uri.joinPath(folder, language.tag === 'zh-CN' ? 'zh-cn' : '.', `${known}.md`);
    await vscode.commands.executeCommand('markdown.showPreview', page);
  };
