/** One editor of a model: its page, and what the page asks for. */
import * as vscode from 'vscode';
import { problem } from '../../core/problem';
import type { InspectorHostSide, InspectorPageSide } from '../../protocol/inspectorPage';
import { Disposable } from '../dispose';
import { showError } from '../showError';
import { WebviewPage, type PageEvent } from '../webviewPage';
import { exportFromPage } from './exportFromPage';
import { fileNameOf } from './fileNameOf';
import type { ModelDocument } from './modelDocument';
import type { ModelClient } from '../../workers/modelSummaryClient';
import type { GraphLayoutClient } from '../../workers/graphLayoutClient';
import type { Services } from '../services';

export type Reveal = Omit<Extract<InspectorHostSide['event'], { readonly type: 'reveal' }>, 'type'>;

type Page = WebviewPage<
  InspectorHostSide['event'],
  PageEvent<InspectorPageSide>,
  InspectorPageSide['requests']
>;

export class ModelEditor extends Disposable {
  private readonly page: Page;
  /** Where to go once the page can. */
  private waiting: Reveal | undefined;

  constructor(
    services: Services,
    readonly document: ModelDocument,
    panel: vscode.WebviewPanel,
    graphLayout: GraphLayoutClient,
  ) {
    super();
    const { context, language } = services;
    this.page = this.register(
      new WebviewPage({
        panel,
        extensionUri: context.extensionUri,
        language,
        bundle: 'inspector',
        title: fileNameOf(document.uri),
        onReady: () => this.send(),
        onEvent: (event: PageEvent<InspectorPageSide>) => {
          this.answer(event).catch((error: unknown) => showError(services, error));
        },
        handlers: {
          tensor: (query) => this.model.ask('tensor', query),
          channelHistogram: (query) => this.model.ask('channelHistogram', query),
          values: (query) => this.model.ask('values', query),
          graph: (query) => this.model.ask('graph', query),
          layOut: (graph) => graphLayout.layOut(graph),
          export: (wanted) => exportFromPage(wanted, document, services),
        },
      }),
    );
    this.register(document.onDidChange(() => this.send()));
    this.register(panel.onDidDispose(() => this.dispose()));
  }

  /** Goes to a tensor or operator, now or when there is something to go to. */
  reveal(place: Reveal): void {
    this.waiting = place;
    this.page.panel.reveal();
    this.goToWaiting();
  }

  private send(): void {
    this.page.send({ type: 'state', state: this.document.state });
    this.goToWaiting();
  }

  private goToWaiting(): void {
    if (!this.waiting || !this.page.isReady || this.document.state.kind !== 'model') return;
    this.page.send({ type: 'reveal', ...this.waiting });
    this.waiting = undefined;
  }

  private async answer(event: PageEvent<InspectorPageSide>): Promise<void> {
    switch (event.type) {
      case 'openFindingPage':
        await vscode.commands.executeCommand('tinyml.showFindingPage', event.code);
        break;
      case 'copy':
        await vscode.env.clipboard.writeText(event.text);
        break;
      case 'compare':
        await vscode.commands.executeCommand('tinyml.compareWithHead', this.document.uri);
        break;
    }
  }

  private get model(): ModelClient {
    const { model } = this.document;
    if (!model) throw problem('inspectorHost.modelClosed');
    return model;
  }
}
