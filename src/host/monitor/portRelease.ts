/**
 * Gives the port back to others: on request, and while a task runs that needs it (flashing, uploading). After the task,
 * however it ended, the port is opened again.
 */
import * as vscode from 'vscode';
import { sentence } from '../../../l10n/sentences';
import { Disposable } from '../dispose';
import type { Services } from '../services';
import { describeDefect } from '../log';
import { showError } from '../showError';
import { fitsTaskPatterns } from './taskPatterns';
import type { MonitorSession } from './monitorSession';

export class PortRelease extends Disposable {
  private readonly holders = new Set<vscode.TaskExecution>();

  constructor(
    private readonly services: Services,
    private readonly session: MonitorSession,
  ) {
    super();
    this.register(vscode.tasks.onDidStartTask(({ execution }) => this.taskStarted(execution)));
    this.register(vscode.tasks.onDidEndTask(({ execution }) => this.taskEnded(execution)));
  }

  /** Resolves when the port is free. It stays free until somebody opens it. */
  async release(): Promise<void> {
    this.holders.clear();
    await this.session.close();
  }

  private taskStarted(execution: vscode.TaskExecution): void {
    const { name, definition, scope } = execution.task;
    const folder = typeof scope === 'object' ? scope.uri : undefined;
    const patterns = vscode.workspace
      .getConfiguration('tinyml', folder)
      .get<readonly string[]>('releasePortTasks', []);
    if (!fitsTaskPatterns(name, patterns) && !fitsTaskPatterns(definition.type, patterns)) return;
    if (this.holders.size === 0 && !(this.session.isOpen && this.session.source?.kind === 'serial')) return;
    this.holders.add(execution);
    this.session.notice({
      severity: 'information',
      what: sentence('monitorHost.releasedForTask', { task: name }),
    });
    this.session.close().catch((error: unknown) => this.services.log.error(describeDefect(error)));
  }

  private taskEnded(execution: vscode.TaskExecution): void {
    if (!this.holders.delete(execution) || this.holders.size > 0) return;
    // What a person has opened in the meantime stays.
    if (this.session.isOpen) return;
    this.session.reopen().catch((error: unknown) => showError(this.services, error));
  }
}
