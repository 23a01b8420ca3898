/** The composition root: makes the features, lists the commands and panels, starts nothing that can wait. */
import type * as vscode from 'vscode';
import { registerCommands } from './commands/index';
import { createFeatures } from './host/createFeatures';
import { windowLanguage } from './host/language';
import { recordingNoteKey } from './host/monitor/recordingNote';
import { registerInspector } from './host/inspector/registerInspector';
import { registerProjectEditor } from './host/project/registerProjectEditor';
import { registerPanels } from './host/registerPanels';

/** What other extensions get: `vscode.extensions.getExtension('tinyml-workbench.tinyml-workbench')?.exports`. */
export interface TinymlApi {
  /** Resolves when the serial port is free, for example for a tool that flashes. */
  readonly releasePort: () => Promise<void>;
}

let end: (() => Promise<void>) | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<TinymlApi> {
  const features = createFeatures(context, await windowLanguage());
  end = features.end;
  context.subscriptions.push(
    registerCommands(features),
    registerPanels(features),
    registerInspector(features),
    registerProjectEditor(features),
  );
  // A recording that was cut short is offered at once, not only when the monitor is opened next.
  if (context.workspaceState.get(recordingNoteKey) !== undefined) void features.monitor();
  return { releasePort: async () => (await features.monitor()).release.release() };
}

/** VS Code waits for it: a recording is whole, and no process of ours stays behind. */
export function deactivate(): Promise<void> | undefined {
  return end?.();
}
