/** What every part of the host works with: the extension's place, its log, and its words. */
import type * as vscode from 'vscode';
import type { Language } from '../../l10n/languages';
import type { Say } from './language';

export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly language: Language;
  readonly say: Say;
}
