/** The status bar's word on the connection: what is open, how fast it goes, how many lines were not plotted. */
import * as vscode from 'vscode';
import type { ConnectionState, StreamStatus } from '../../protocol/streamWorker';
import { formatNumber } from '../../../l10n/format';
import { sentence } from '../../../l10n/sentences';
import { Disposable } from '../dispose';
import type { Services } from '../services';
import { revealMonitorCommand } from './monitorPages';
import type { MonitorSession } from './monitorSession';

const icons: Readonly<Record<ConnectionState['name'], string>> = {
  closed: '$(debug-disconnect)',
  opening: '$(sync~spin)',
  open: '$(pulse)',
  waiting: '$(sync~spin)',
  ended: '$(debug-disconnect)',
  failed: '$(error)',
};

export class MonitorStatusBar extends Disposable {
  private readonly item: vscode.StatusBarItem;

  constructor(
    private readonly services: Services,
    session: MonitorSession,
  ) {
    super();
    this.item = this.register(
      vscode.window.createStatusBarItem('tinyml.monitor', vscode.StatusBarAlignment.Right, 90),
    );
    this.item.name = services.say(sentence('monitorHost.title'));
    this.item.command = revealMonitorCommand;
    this.register(session.onStatus((status) => this.show(status)));
  }

  private show(status: StreamStatus): void {
    const { connection } = status;
    if (connection.name === 'closed') {
      this.item.hide();
      return;
    }
    const { language, say } = this.services;
    const parts = [`${icons[connection.name]} ${escapeIcons(connection.label)}`];
    if (connection.name === 'open') {
      const hertz = status.timing?.samplesPerSecond ?? status.linesPerSecond;
      parts.push(say(sentence('monitorHost.status.rate', { rate: roundedRate(hertz) })));
    }
    const lost = status.counts.rejected;
    if (lost > 0) parts.push(say(sentence('monitorHost.status.rejected', { count: lost })));
    if (status.recording.name === 'on') {
      parts.push(`$(record) ${formatNumber(status.recording.rows, language.tag)}`);
    }
    this.item.text = parts.join('  ');
    this.item.tooltip =
      'why' in connection ? say(connection.why) : say(sentence('monitorHost.status.tooltip'));
    this.item.show();
  }
}

/** Two significant figures below ten, whole numbers above: the figure must not flicker. */
function roundedRate(perSecond: number): number {
  return perSecond < 10 ? Number(perSecond.toPrecision(2)) : Math.round(perSecond);
}

/** A label such as `$(trash)` is text, not an icon. */
function escapeIcons(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
