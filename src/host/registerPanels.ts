/** Panels that VS Code restores after a reload of the window. Light: a panel's code is loaded when there is one. */
import * as vscode from 'vscode';
import type { Services } from './services';

export function registerPanels(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer('tinyml.training', {
      deserializeWebviewPanel: async (panel) => (await services.trainingPanel()).restore(panel),
    }),
    vscode.window.registerWebviewPanelSerializer('tinyml.plot', {
      deserializeWebviewPanel: async (panel, state) => (await services.plotPanels()).restore(panel, state),
    }),
  );
}
