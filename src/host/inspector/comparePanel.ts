/** One comparison of two models, and its page. */
import * as vscode from 'vscode';
import { Problem } from '../../core/problem';
import type { CompareHostSide, ComparePageSide, CompareState } from '../../protocol/comparePage';
import { compareInBackground } from '../../workers/modelSummaryClient';
import { Disposable } from '../dispose';
import { Pace } from '../pace';
import type { Services } from '../services';
import { showError } from '../showError';
import { WebviewPage, type PageEvent } from '../webviewPage';
import type { ArrayFileSystem } from './arrayFileSystem';
import { arrayPlace } from './arrayUri';
import { findingSettings } from './findingSettings';
import type { ModelEditors } from './modelEditors';
import { modelWorkerScript } from './modelWorkerScript';
import { readModelFile } from './readModelFile';
import { versionName } from './versionName';
import { watchFile } from './watchFile';

export interface ComparePair {
  readonly before: vscode.Uri;
  readonly after: vscode.Uri;
}

export interface ComparePanelParts {
  readonly services: Services;
  readonly arrayFiles: ArrayFileSystem;
  readonly modelEditors: () => Promise<ModelEditors>;
}

const followIntervalMs = 250;

export class ComparePanel extends Disposable {
  private readonly page: WebviewPage<CompareHostSide['event'], PageEvent<ComparePageSide>>;
  private state: CompareState;
  /** Counts readings, so that a slow one does not replace a newer one. */
  private reading = 0;

  constructor(
    private readonly parts: ComparePanelParts,
    panel: vscode.WebviewPanel,
    private pair: ComparePair,
  ) {
    super();
    const { services, arrayFiles } = parts;
    this.state = { kind: 'reading', ...this.names };
    this.page = this.register(
      new WebviewPage<CompareHostSide['event'], PageEvent<ComparePageSide>>({
        panel,
        extensionUri: services.context.extensionUri,
        language: services.language,
        bundle: 'compare',
        title: this.title,
        onReady: () => this.send(),
        onEvent: (event) => {
          this.answer(event).catch((error: unknown) => showError(services, error));
        },
        handlers: {},
      }),
    );
    const follow = this.register(new Pace(followIntervalMs, () => this.read()));
    const heard = (): void => follow.ask();
    for (const uri of [pair.before, pair.after]) {
      if (arrayPlace(uri)) this.register(arrayFiles.follow(uri, heard));
      else if (uri.scheme !== 'git') this.register(watchFile(uri, heard));
    }
    follow.now();
  }

  get shown(): ComparePair {
    return this.pair;
  }

  reveal(): void {
    this.page.panel.reveal();
  }

  private get title(): string {
    return `${versionName(this.pair.before)} ↔ ${versionName(this.pair.after)}`;
  }

  private get names(): Pick<CompareState, 'sources' | 'before' | 'after'> {
    const { before, after } = this.pair;
    return {
      sources: { before: before.toString(), after: after.toString() },
      before: versionName(before),
      after: versionName(after),
    };
  }

  private read(): void {
    const reading = ++this.reading;
    this.compare().then(
      (state) => {
        if (this.isDisposed || reading !== this.reading) return;
        this.state = state;
        this.send();
      },
      (error: unknown) => showError(this.parts.services, error),
    );
  }

  private async compare(): Promise<CompareState> {
    const { names, pair } = this;
    const script = modelWorkerScript(this.parts.services.context.extensionUri);
    try {
      const [before, after] = await Promise.all([readModelFile(pair.before), readModelFile(pair.after)]);
      const { target } = findingSettings(pair.after);
      return { ...names, ...(await compareInBackground(script, { before, after, target })) };
    } catch (error) {
      if (error instanceof Problem) return { kind: 'unreadable', ...names, why: [error.sentence] };
      throw error;
    }
  }

  private send(): void {
    this.page.send({ type: 'state', state: this.state });
  }

  private async answer(event: PageEvent<ComparePageSide>): Promise<void> {
    switch (event.type) {
      case 'swap':
        this.pair = { before: this.pair.after, after: this.pair.before };
        this.page.panel.title = this.title;
        this.read();
        break;
      case 'copy':
        await vscode.env.clipboard.writeText(event.text);
        break;
      case 'inspect': {
        const { side, subgraph = 0, operator } = event;
        const editors = await this.parts.modelEditors();
        await editors.show(this.pair[side], operator === undefined ? undefined : { subgraph, operator });
        break;
      }
    }
  }
}
