/** Panels that VS Code restores after a reload of the window. Light: a panel's code is loaded when there is one. */
import * as vscode from 'vscode';
import type { Features } from './features';

export function registerPanels(features: Features): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer('tinyml.training', {
      deserializeWebviewPanel: async (panel) => (await features.trainingPanel()).restore(panel),
    }),
    vscode.window.registerWebviewViewProvider('tinyml.monitor', {
      resolveWebviewView: async (view) => (await features.monitor()).pages.resolveView(view),
    }),
    vscode.window.registerWebviewPanelSerializer('tinyml.monitorEditor', {
      deserializeWebviewPanel: async (panel) => (await features.monitor()).pages.restorePanel(panel),
    }),
    vscode.window.registerWebviewPanelSerializer('tinyml.plot', {
      deserializeWebviewPanel: async (panel, state) => (await features.plotPanels()).restore(panel, state),
    }),
  );
}
