/** Panels of plotted CSV files: one per file. */
import * as vscode from 'vscode';
import { Disposable } from './dispose';
import type { Services } from './services';

export class PlotPanels extends Disposable {
  constructor(readonly services: Services) {
    super();
  }

  show(_uri: vscode.Uri): void {}
  restore(_panel: vscode.WebviewPanel, _state: unknown): void {}
}
