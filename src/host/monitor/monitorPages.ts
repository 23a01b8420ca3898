/**
 * The pages of the monitor: the view in the panel area and a tab among the editors. They show the same connection, and
 * one of them leads: the worker draws its view. The other says where the monitor is, and can take it over.
 */
import * as vscode from 'vscode';
import type { MonitorHostSide, MonitorPageSide } from '../../protocol/monitorPage';
import type { StreamQueries } from '../../protocol/streamWorker';
import { sentence } from '../../../l10n/sentences';
import { Disposable, DisposableValue } from '../dispose';
import type { Services } from '../services';
import { showError } from '../showError';
import { pageRights, WebviewPage, type PageEvent, type PagePlace } from '../webviewPage';
import { answerPage } from './answerPage';
import type { MonitorSession } from './monitorSession';
import { viewPlace } from './viewPlace';

/** As in the manifest's `onWebviewPanel:`. */
export const monitorPanelType = 'tinyml.monitorEditor';
export const monitorViewId = 'tinyml.monitor';
/** Of the status bar and of what stands over statements: to the page that shows the monitor, be it the tab. No palette has it. */
export const revealMonitorCommand = 'tinyml.revealMonitor';

type MonitorPage = WebviewPage<
  MonitorHostSide['event'],
  PageEvent<MonitorPageSide>,
  StreamQueries,
  PagePlace
>;
type PageKind = 'view' | 'panel';

export class MonitorPages extends Disposable {
  private readonly pages = {
    view: this.register(new DisposableValue<MonitorPage>()),
    panel: this.register(new DisposableValue<MonitorPage>()),
  };
  private panel: vscode.WebviewPanel | undefined;
  private leading: PageKind = 'view';

  constructor(
    private readonly services: Services,
    readonly session: MonitorSession,
  ) {
    super();
    this.register(vscode.commands.registerCommand(revealMonitorCommand, () => this.reveal()));
    this.register(
      session.onStatus((status) => this.sendToAll({ type: 'status', status, source: session.source })),
    );
    this.register(session.onFrame((frame) => this.sendFrame({ type: 'frame', frame })));
    this.register(session.onNotice((notice) => this.sendToAll({ type: 'notice', notice })));
    this.register(session.onFrozen((view) => this.sendToAll({ type: 'frozen', view })));
    this.register(session.onFired((fired) => this.sendToAll({ type: 'fired', fired })));
  }

  /** Brings the monitor to the front: the tab where it leads, else the view. */
  async reveal(): Promise<void> {
    if (this.leading === 'panel' && this.panel) this.panel.reveal(undefined, true);
    else await vscode.commands.executeCommand(`${monitorViewId}.focus`);
  }

  resolveView(view: vscode.WebviewView): void {
    this.pages.view.value = this.newPage('view', viewPlace(view));
    view.onDidChangeVisibility(() => {
      if (!view.visible) this.left('view');
    });
  }

  openInEditor(): void {
    if (this.panel) {
      this.panel.reveal();
      this.lead('panel');
      return;
    }
    const rights = pageRights(this.services.context.extensionUri);
    this.restorePanel(
      vscode.window.createWebviewPanel(monitorPanelType, this.title(), vscode.ViewColumn.Beside, rights),
    );
  }

  restorePanel(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.onDidDispose(() => {
      if (this.panel !== panel) return;
      this.panel = undefined;
      this.left('panel');
      this.lead('view');
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.left('panel');
    });
    this.leading = 'panel';
    this.pages.panel.value = this.newPage('panel', panel);
    this.pages.view.value?.send({ type: 'elsewhere' });
  }

  lead(kind: PageKind): void {
    this.leading = kind;
    const other = kind === 'view' ? 'panel' : 'view';
    this.pages[other].value?.send({ type: 'elsewhere' });
    this.welcome(kind);
  }

  private newPage(kind: PageKind, panel: PagePlace): MonitorPage {
    const { context, language } = this.services;
    const ask =
      <Name extends keyof StreamQueries>(name: Name) =>
      (params: StreamQueries[Name]['params']): Promise<StreamQueries[Name]['result']> =>
        this.session.ask(name, params);
    return new WebviewPage<MonitorHostSide['event'], PageEvent<MonitorPageSide>, StreamQueries, PagePlace>({
      panel,
      extensionUri: context.extensionUri,
      language,
      bundle: 'monitor',
      title: this.title(),
      onReady: () => {
        if (kind === this.leading || !this.isShown(this.leading)) this.lead(kind);
        else this.pages[kind].value?.send({ type: 'elsewhere' });
      },
      onEvent: (event) => {
        if (event.type === 'takeOver') this.lead(kind);
        else if (event.type === 'openInEditor') this.openInEditor();
        else {
          answerPage(this.services, this.session, event).catch((error: unknown) =>
            showError(this.services, error),
          );
        }
      },
      handlers: {
        statistics: ask('statistics'),
        valuesAt: ask('valuesAt'),
        pairs: ask('pairs'),
        consoleLines: ask('consoleLines'),
        rawBytes: ask('rawBytes'),
        rejects: ask('rejects'),
        csv: ask('csv'),
      },
    });
  }

  private welcome(kind: PageKind): void {
    this.pages[kind].value?.send({ type: 'state', state: this.session.state(kind === 'view') });
    this.session.tell({ type: 'wholeFrame' });
  }

  private isShown(kind: PageKind): boolean {
    return this.pages[kind].value?.isReady === true;
  }

  /** A page that nobody sees wants no frames. */
  private left(kind: PageKind): void {
    if (kind === this.leading) this.session.tell({ type: 'view', view: { kind: 'hidden' } });
  }

  private sendFrame(event: Extract<MonitorHostSide['event'], { readonly type: 'frame' }>): void {
    const page = this.pages[this.leading].value;
    // Nobody will say that it was shown: the worker must not wait for it.
    if (page?.isReady) page.send(event);
    else this.session.tell({ type: 'shown', frame: event.frame.number });
  }

  private sendToAll(event: MonitorHostSide['event']): void {
    for (const { value } of Object.values(this.pages)) value?.send(event);
  }

  private title(): string {
    return this.services.say(sentence('monitorHost.title'));
  }
}
