/** What commands and pages work with. Light to make: everything heavy is loaded when first asked for. */
import type * as vscode from 'vscode';
import type { Language } from '../../l10n/languages';
import type { Say } from './language';
import type { PlotPanels } from './plotPanel';
import type { TrainingPanel } from './trainingPanel';
import type { TrainingSession } from './trainingSession';

export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly language: Language;
  readonly say: Say;
  readonly trainingSession: () => Promise<TrainingSession>;
  readonly trainingPanel: () => Promise<TrainingPanel>;
  readonly plotPanels: () => Promise<PlotPanels>;
}
