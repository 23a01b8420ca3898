/** The panel of the training page: at most one per window, opened, revealed or restored. */
import * as vscode from 'vscode';
import type { TrainingHostSide, TrainingPageSide } from '../protocol/trainingPage';
import { sentence } from '../../l10n/sentences';
import { Disposable, DisposableValue } from './dispose';
import type { Services } from './services';
import { saveFromPage } from './saveFromPage';
import { showError } from './showError';
import type { TrainingSession } from './trainingSession';
import { pageRights, WebviewPage, type PageEvent } from './webviewPage';

/** As in the manifest's `onWebviewPanel:`. */
const viewType = 'tinyml.training';

/**
 * The first page of a new window takes about a second, and where its browser has never shown one, two: it then installs
 * what serves pages. A page that is not there by then misses the first curves; nobody waits longer for it.
 */
const pagePatienceMs = 1500;

type TrainingPage = WebviewPage<TrainingHostSide['event'], PageEvent<TrainingPageSide>>;

export class TrainingPanel extends Disposable {
  private readonly page = this.register(new DisposableValue<TrainingPage>());
  private readonly readyEmitter = this.register(new vscode.EventEmitter<void>());

  constructor(
    private readonly services: Services,
    private readonly session: TrainingSession,
  ) {
    super();
    this.register(session.onTell((event) => this.page.value?.send(event)));
  }

  /** Resolves when the page draws, so that whoever trains next is seen from the first epoch. */
  async show(): Promise<void> {
    this.open();
    if (this.page.value?.isReady === true) return;
    await new Promise<void>((resolve) => {
      const patience = setTimeout(done, pagePatienceMs);
      const waiting = this.readyEmitter.event(done);
      function done(): void {
        clearTimeout(patience);
        waiting.dispose();
        resolve();
      }
    });
  }

  private open(): void {
    if (this.page.value && !this.page.value.isDisposed) {
      this.page.value.panel.reveal();
      return;
    }
    this.restore(
      vscode.window.createWebviewPanel(
        viewType,
        this.services.say(sentence('training.title')),
        vscode.ViewColumn.Active,
        pageRights(this.services.context.extensionUri),
      ),
    );
  }

  /** Takes over a panel that VS Code made: ours, or one kept from before the window was reloaded. */
  restore(panel: vscode.WebviewPanel): void {
    const { context, language, say } = this.services;
    this.page.value = new WebviewPage<TrainingHostSide['event'], PageEvent<TrainingPageSide>>({
      panel,
      extensionUri: context.extensionUri,
      language,
      bundle: 'training',
      title: say(sentence('training.title')),
      onReady: () => {
        this.page.value?.send(this.session.everything);
        this.readyEmitter.fire();
      },
      handlers: {},
      onEvent: (event) => {
        this.answer(event).catch((error: unknown) => showError(this.services, error));
      },
    });
  }

  private async answer(event: PageEvent<TrainingPageSide>): Promise<void> {
    switch (event.type) {
      case 'train':
        await this.session.trainAgain();
        break;
      case 'play':
        await this.session.play(event.project);
        break;
      case 'saveProject':
        await this.session.saveProject(event.project, event.run);
        break;
      case 'stop':
        this.session.stop();
        break;
      case 'saveTo':
        await this.session.saveTo();
        break;
      case 'openFile':
        await this.session.openFile(event.path);
        break;
      case 'openFolder':
        await this.session.showFolder();
        break;
      case 'saveFile':
        await saveFromPage(this.services, event.file);
        break;
      case 'copy':
        await vscode.env.clipboard.writeText(event.text);
        break;
    }
  }
}
