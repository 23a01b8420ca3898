/** Panels that compare two models: one per pair of files. A panel follows both files, and is restored with the window. */
import * as vscode from 'vscode';
import { Disposable } from '../dispose';
import { pageRights } from '../webviewPage';
import { ComparePanel, type ComparePair, type ComparePanelParts } from './comparePanel';
import { versionName } from './versionName';

/** As in the manifest's `onWebviewPanel:`. */
const viewType = 'tinyml.compare';

export class ComparePanels extends Disposable {
  private readonly open = new Map<string, ComparePanel>();

  constructor(private readonly parts: ComparePanelParts) {
    super();
  }

  show(pair: ComparePair): void {
    const existing = this.open.get(keyOf(pair));
    if (existing) {
      existing.reveal();
      return;
    }
    const rights = pageRights(this.parts.services.context.extensionUri);
    const title = `${versionName(pair.before)} ↔ ${versionName(pair.after)}`;
    this.add(vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, rights), pair);
  }

  /** Takes over a panel kept from before the window was reloaded; `state` is what its page remembered. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const pair = rememberedPair(state);
    if (pair) this.add(panel, pair);
    else panel.dispose();
  }

  override dispose(): void {
    for (const panel of [...this.open.values()]) panel.dispose();
    super.dispose();
  }

  private add(panel: vscode.WebviewPanel, pair: ComparePair): void {
    const added = new ComparePanel(this.parts, panel, pair);
    // A panel whose sides were swapped is found under the pair as it stands now.
    this.open.get(keyOf(pair))?.dispose();
    this.open.set(keyOf(pair), added);
    panel.onDidDispose(() => {
      for (const [key, shown] of this.open) if (shown === added) this.open.delete(key);
      added.dispose();
    });
  }
}

function keyOf({ before, after }: ComparePair): string {
  return JSON.stringify([before.toString(), after.toString()]);
}

function rememberedPair(state: unknown): ComparePair | undefined {
  if (typeof state !== 'object' || state === null || !('before' in state) || !('after' in state))
    return undefined;
  const { before, after } = state;
  if (typeof before !== 'string' || typeof after !== 'string') return undefined;
  return { before: vscode.Uri.parse(before, true), after: vscode.Uri.parse(after, true) };
}
