/** The composition root: makes the services, lists the features, starts nothing that can wait. */
import type * as vscode from 'vscode';
import { registerCommands } from './commands/index';
import { createServices } from './host/createServices';
import { registerPanels } from './host/registerPanels';

export function activate(context: vscode.ExtensionContext): void {
  const services = createServices(context);
  context.subscriptions.push(registerCommands(services), registerPanels(services));
}
