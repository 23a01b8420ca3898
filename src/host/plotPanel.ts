/** Panels of plotted CSV files: one per file. A panel follows its file, and is restored with the window. */
import * as vscode from 'vscode';
import type { PlotHostSide, PlotPageSide, PlotState } from '../protocol/plotPage';
import { sentence } from '../../l10n/sentences';
import { Disposable } from './dispose';
import { OneAtATime } from './oneAtATime';
import { Pace } from './pace';
import { readPlot } from './readPlot';
import type { Services } from './services';
import { saveFromPage } from './saveFromPage';
import { showError } from './showError';
import { pageRights, WebviewPage, type PageEvent } from './webviewPage';

/** As in the manifest's `onWebviewPanel:`. */
const viewType = 'tinyml.plot';

/** A program that appends to the file writes often; the page need not follow every line. */
const followIntervalMs = 250;

export class PlotPanels extends Disposable {
  private readonly open = new Map<string, PlotPanel>();

  constructor(private readonly services: Services) {
    super();
  }

  show(uri: vscode.Uri): void {
    const existing = this.open.get(uri.toString());
    if (existing) {
      existing.reveal();
      return;
    }
    const rights = pageRights(this.services.context.extensionUri);
    this.add(vscode.window.createWebviewPanel(viewType, titleOf(uri), vscode.ViewColumn.Active, rights), uri);
  }

  /** Takes over a panel kept from before the window was reloaded; `state` is what its page remembered. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const source =
      typeof state === 'object' && state !== null && 'source' in state ? state.source : undefined;
    if (typeof source === 'string') this.add(panel, vscode.Uri.parse(source, true));
    else panel.dispose();
  }

  override dispose(): void {
    for (const panel of [...this.open.values()]) panel.dispose();
    super.dispose();
  }

  private add(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    const key = uri.toString();
    this.open.get(key)?.dispose();
    const added = new PlotPanel(this.services, panel, uri);
    this.open.set(key, added);
    panel.onDidDispose(() => {
      if (this.open.get(key) === added) this.open.delete(key);
      added.dispose();
    });
  }
}

class PlotPanel extends Disposable {
  private readonly page: WebviewPage<PlotHostSide['event'], PageEvent<PlotPageSide>>;
  private state: PlotState | undefined;
  /** A file that grows faster than it is read is shown all the same, and is not read many times at once. */
  private readonly reading = new OneAtATime(() => this.read());

  constructor(
    private readonly services: Services,
    panel: vscode.WebviewPanel,
    private readonly uri: vscode.Uri,
  ) {
    super();
    const { context, language } = services;
    this.page = this.register(
      new WebviewPage<PlotHostSide['event'], PageEvent<PlotPageSide>>({
        panel,
        extensionUri: context.extensionUri,
        language,
        bundle: 'plot',
        title: titleOf(uri),
        onReady: () => this.send(),
        onEvent: (event) => this.answer(event),
        handlers: {},
      }),
    );
    const follow = this.register(new Pace(followIntervalMs, () => this.reading.ask()));
    // Not by its name: a name such as `run[1].csv` would be read as a pattern.
    const siblings = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*');
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(siblings));
    const changed = (changedUri: vscode.Uri): void => {
      if (titleOf(changedUri) === titleOf(uri)) follow.ask();
    };
    this.register(watcher.onDidChange(changed));
    this.register(watcher.onDidCreate(changed));
    this.register(watcher.onDidDelete(changed));
    follow.now();
  }

  reveal(): void {
    this.page.panel.reveal();
  }

  private async read(): Promise<void> {
    if (this.isDisposed) return;
    try {
      this.state = await readPlot(this.uri, this.services.context.extensionUri);
      this.send();
    } catch (error) {
      void showError(this.services, error);
    }
  }

  private send(): void {
    if (this.state) this.page.send({ type: 'state', state: this.state });
  }

  private answer(event: PageEvent<PlotPageSide>): void {
    if (event.type === 'openSource') this.openSource();
    else {
      const folder = vscode.Uri.joinPath(this.uri, '..');
      saveFromPage(this.services, event.file, folder).catch((error: unknown) =>
        showError(this.services, error),
      );
    }
  }

  private openSource(): void {
    vscode.window.showTextDocument(this.uri).then(undefined, () => {
      const file = titleOf(this.uri);
      void vscode.window.showErrorMessage(this.services.say(sentence('host.plot.cannotOpen', { file })));
    });
  }
}

function titleOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
