/** The serial monitor of a window, put together: the connection, its pages, and what it does elsewhere in the window. */
import * as vscode from 'vscode';
import type { FiredTrigger } from '../../protocol/streamWorker';
import { Disposable } from '../dispose';
import type { Services } from '../services';
import { LastValueLenses } from './lastValueLenses';
import { MonitorPages } from './monitorPages';
import { MonitorSession } from './monitorSession';
import { PortRelease } from './portRelease';
import { Recordings } from './recordings';
import { MonitorStatusBar } from './statusBar';
import { showError } from '../showError';

/** A board that fires all the time must not fill the window with notifications. */
const notifyIntervalMs = 10_000;

export class Monitor extends Disposable {
  readonly session: MonitorSession;
  readonly pages: MonitorPages;
  readonly recordings: Recordings;
  readonly release: PortRelease;
  private notifiedMs = -Infinity;

  constructor(private readonly services: Services) {
    super();
    this.session = this.register(new MonitorSession(services));
    this.pages = this.register(new MonitorPages(services, this.session));
    this.recordings = this.register(new Recordings(services, this.session));
    this.release = this.register(new PortRelease(services, this.session));
    this.register(new MonitorStatusBar(services, this.session));
    this.register(new LastValueLenses(services, this.session));
    this.register(this.session.onFired((fired) => this.notify(fired)));
    this.register(
      this.session.onStatus(
        () => void vscode.commands.executeCommand('setContext', 'tinyml.monitorOpen', this.session.isOpen),
      ),
    );
    this.recordings.offerInterrupted().catch((error: unknown) => showError(services, error));
  }

  private notify({ notify, what }: FiredTrigger): void {
    if (!notify || performance.now() - this.notifiedMs < notifyIntervalMs) return;
    this.notifiedMs = performance.now();
    void vscode.window.showWarningMessage(this.services.say(what));
  }
}
