/** Panels that compare two models: one per pair of files. A panel follows both files, and is restored with the window. */
import * as vscode from 'vscode';
import { Disposable } from '../dispose';
import { pageRights } from '../webviewPage';
import { ComparePanel, type ComparePair, type ComparePanelParts } from './comparePanel';
import { versionName } from './versionName';

/** As in the manifest's `onWebviewPanel:`. */
const viewType = 'tinyml.compare';

export class ComparePanels extends Disposable {
  private readonly open = new Set<ComparePanel>();

  constructor(private readonly parts: ComparePanelParts) {
    super();
  }

  show(pair: ComparePair): void {
    const existing = this.find(pair);
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
    for (const panel of [...this.open]) panel.dispose();
    super.dispose();
  }

  private add(panel: vscode.WebviewPanel, pair: ComparePair): void {
    this.find(pair)?.dispose();
    const added = new ComparePanel(this.parts, panel, pair);
    this.open.add(added);
    panel.onDidDispose(() => {
      this.open.delete(added);
      added.dispose();
    });
  }

  /** By the sides as they stand now: a person may have swapped them. */
  private find(pair: ComparePair): ComparePanel | undefined {
    return [...this.open].find((panel) => keyOf(panel.shown) === keyOf(pair));
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
