/** Over each statement that prints a series of the open stream: its last value, renewed at most twice a second. */
import * as vscode from 'vscode';
import { statementsOfSeries } from '../../core/source/printFormats';
import type { StreamStatus } from '../../protocol/streamWorker';
import { formatNumber, measuredDigits } from '../../../l10n/format';
import { sentence } from '../../../l10n/sentences';
import { Disposable } from '../dispose';
import { Pace } from '../pace';
import type { Services } from '../services';
import { revealMonitorCommand } from './monitorPages';
import type { MonitorSession } from './monitorSession';
import { PrintIndex, statementsIn, type FoundStatement } from './printIndex';
import { unlabelledCount } from './seriesPlace';

const intervalMs = 500;
/**
 * VS Code waits before it asks for lenses, longer on a slow machine, and each change makes it wait anew: a stream that
 * told of every value would never be asked. So the next change is told when the last was answered, or after this time.
 */
const answerPatienceMs = 3000;
const languages = [{ language: 'c' }, { language: 'cpp' }, { pattern: '**/*.ino' }];

export class LastValueLenses extends Disposable implements vscode.CodeLensProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly pace = this.register(new Pace(intervalMs, () => this.tell()));
  private readonly prints = this.register(new PrintIndex());
  private shown = '';
  private toldMs: number | undefined;
  private isStale = false;

  constructor(
    private readonly services: Services,
    private readonly session: MonitorSession,
  ) {
    super();
    this.register(vscode.languages.registerCodeLensProvider(languages, this));
    this.register(session.onStatus((status) => this.look(status)));
    this.register(this.prints.onChanged(() => this.pace.ask()));
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    this.toldMs = undefined;
    if (this.isStale) this.pace.ask();
    const { series, lastValues } = this.session.status;
    if (series.length === 0) return [];
    const texts = new Map<FoundStatement, string[]>();
    for (const [index, { name, unit }] of series.entries()) {
      const value = lastValues[index] ?? Number.NaN;
      const shown = formatNumber(value, this.services.language.tag, measuredDigits);
      for (const statement of this.statementsOf(document, name, unlabelledCount(series, name))) {
        const list = texts.get(statement) ?? [];
        list.push(`${name} = ${shown}${unit === '' ? '' : ` ${unit}`}`);
        texts.set(statement, list);
      }
    }
    const tooltip = this.services.say(sentence('monitorHost.lensTooltip'));
    return [...texts].map(
      ([{ range }, list]) =>
        new vscode.CodeLens(range, {
          title: list.join(', '),
          tooltip,
          command: revealMonitorCommand,
        }),
    );
  }

  /** Bare values may come from any file: only where no other statement of the workspace prints as many. */
  private statementsOf(
    document: vscode.TextDocument,
    name: string,
    unlabelled: number | undefined,
  ): readonly FoundStatement[] {
    const here = statementsOfSeries(statementsIn(document), name, unlabelled);
    if (unlabelled === undefined || here.length === 0) return here;
    const beside = this.prints.beside(document);
    return beside
      ? statementsOfSeries([...here, ...beside], name, unlabelled).filter((one) => here.includes(one))
      : [];
  }

  private tell(): void {
    const now = performance.now();
    this.isStale = this.toldMs !== undefined && now - this.toldMs < answerPatienceMs;
    if (this.isStale) return;
    this.toldMs = now;
    this.changed.fire();
  }

  /** Lenses are asked for again only where a value or a series is another. */
  private look({ series, lastValues }: StreamStatus): void {
    const now = series.map(({ name }, index) => `${name} ${lastValues[index] ?? ''}`).join();
    if (now === this.shown) return;
    this.shown = now;
    this.pace.ask();
  }
}
