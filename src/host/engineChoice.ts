/** Which engine trains, as the settings say, and the notice when another library than the native one stood in. */
import * as vscode from 'vscode';
import type { EngineName } from '../protocol/trainingWorker';
import type { Sentence } from '../../l10n/sentences';
import type { Services } from './services';

export interface ChosenEngine {
  readonly engine: EngineName;
  readonly tensorflowPath?: string;
}

export class EngineChoice {
  /** Once in a window is enough: it is true of every run. */
  private isTold = false;

  constructor(private readonly services: Services) {}

  get chosen(): ChosenEngine {
    const settings = vscode.workspace.getConfiguration('tinyml');
    if (settings.get('engine') !== 'tensorflow') return { engine: 'builtin' };
    const tensorflowPath = String(settings.get('tensorflowPath')).trim();
    return tensorflowPath === '' ? { engine: 'tensorflow' } : { engine: 'tensorflow', tensorflowPath };
  }

  tell(notice: readonly Sentence[] | undefined): void {
    if (!notice || this.isTold) return;
    this.isTold = true;
    const { log, say } = this.services;
    const text = notice.map(say).join(' ');
    log.info(text);
    void vscode.window.showInformationMessage(text);
  }
}
