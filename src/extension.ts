/** The composition root: makes the features, lists the commands and panels, starts nothing that can wait. */
import type * as vscode from 'vscode';
import { registerCommands } from './commands/index';
import { createFeatures } from './host/createFeatures';
import { registerInspector } from './host/inspector/registerInspector';
import { registerPanels } from './host/registerPanels';

export function activate(context: vscode.ExtensionContext): void {
  const features = createFeatures(context);
  context.subscriptions.push(
    registerCommands(features),
    registerPanels(features),
    registerInspector(features),
  );
}
