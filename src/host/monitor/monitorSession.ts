/**
 * The monitor of this window: one connection, held by a worker, and what all its pages show of it. The worker starts when
 * something is opened first; pages come and go.
 */
import * as vscode from 'vscode';
import { problem, type Problem } from '../../core/problem';
import type { LineEnding, MonitorNotice, MonitorState } from '../../protocol/monitorPage';
import type {
  FiredTrigger,
  PlotFrame,
  PlotView,
  SourceDescription,
  StreamClientSide,
  StreamStatus,
  StreamWorkerSide,
  TimeSpan,
  WatchedTrigger,
} from '../../protocol/streamWorker';
import { Disposable } from '../dispose';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';
import { baudRates } from './baudRates';
import { keepBaudRate } from './boardBaudRates';
import { idleStatus } from './idleStatus';
import { LastingStream } from '../../workers/lastingStream';
import { outgoingBytes } from './outgoingBytes';
import { limitsChanged, storeLimits } from './storeLimits';
import { streamScripts } from './streamScripts';
import { virtualBoardText } from './virtualBoards';

type Requests = StreamClientSide['requests'];

const keptNotices = 50;
const keptHistory = 100;
const historyKey = 'tinyml.monitor.history';
const sourceKey = 'tinyml.monitor.source';

export interface LostWorker {
  readonly wasRecording: boolean;
  /** Another one opens the board again. */
  readonly isReplaced: boolean;
}

export class MonitorSession extends Disposable {
  private readonly statusEmitter = this.register(new vscode.EventEmitter<StreamStatus>());
  readonly onStatus = this.statusEmitter.event;
  private readonly frameEmitter = this.register(new vscode.EventEmitter<PlotFrame>());
  readonly onFrame = this.frameEmitter.event;
  private readonly noticeEmitter = this.register(new vscode.EventEmitter<MonitorNotice>());
  readonly onNotice = this.noticeEmitter.event;
  private readonly firedEmitter = this.register(new vscode.EventEmitter<FiredTrigger>());
  readonly onFired = this.firedEmitter.event;
  private readonly frozenEmitter = this.register(new vscode.EventEmitter<PlotView>());
  /** A trigger has stopped the view. */
  readonly onFrozen = this.frozenEmitter.event;

  private readonly lostEmitter = this.register(new vscode.EventEmitter<LostWorker>());
  /** The worker died, and with it whatever it was writing. */
  readonly onLost = this.lostEmitter.event;

  private readonly link: LastingStream;
  private current: StreamStatus = idleStatus;
  private opened: SourceDescription | undefined;
  private notices: MonitorNotice[] = [];
  /** Waits until the board is open: what its opening has to say would bury it. */
  private waitingNotice: MonitorNotice | undefined;
  private fired: FiredTrigger[] = [];
  private triggers: readonly WatchedTrigger[] = [];
  private still: TimeSpan | undefined;
  private history: readonly string[];

  constructor(private readonly services: Services) {
    super();
    this.history = services.context.workspaceState.get<readonly string[]>(historyKey, []);
    this.opened = services.context.workspaceState.get<SourceDescription>(sourceKey);
    this.link = new LastingStream(streamScripts(services.context), {
      event: (event) => this.hear(event),
      died: (why, isReplaced) => this.workerEnded(why, isReplaced),
    });
    this.limit();
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (limitsChanged(change)) this.limit();
      }),
    );
  }

  get status(): StreamStatus {
    return this.current;
  }

  /** What is open, or was last: also before the window was reloaded. */
  get source(): SourceDescription | undefined {
    return this.opened;
  }

  get isOpen(): boolean {
    const { name } = this.current.connection;
    return name === 'open' || name === 'opening' || name === 'waiting';
  }

  state(isPanelView: boolean): MonitorState {
    const { current: status, opened: source, notices, fired, triggers, still, history } = this;
    return { status, source, notices, fired, triggers, still, history, baudRates, isPanelView };
  }

  /** @throws Problem when it would run a program in a workspace that is not trusted */
  async open(source: SourceDescription): Promise<void> {
    // Also what an earlier window opened: trust may have been taken back since.
    if (source.kind === 'program' && !vscode.workspace.isTrusted) throw problem('monitorHost.untrusted');
    this.opened = source;
    await this.services.context.workspaceState.update(sourceKey, source);
    await this.ask('open', source);
  }

  /** Of the serial port that is open, or was last: opens it anew. */
  async setBaudRate(baudRate: number): Promise<void> {
    const source = this.opened;
    if (source?.kind !== 'serial') return;
    await keepBaudRate(this.services, source.identity ?? source.path, baudRate);
    await this.open({ ...source, settings: { ...source.settings, baudRate } });
  }

  /** Of the replay under way; one that is begun anew goes as fast. */
  setReplaySpeed(speed: number): void {
    if (this.opened?.kind === 'replay') this.opened = { ...this.opened, speed };
    this.tell({ type: 'setReplaySpeed', speed });
    this.statusEmitter.fire(this.current);
  }

  async reopen(): Promise<void> {
    if (this.opened) await this.open(this.opened);
  }

  /** Resolves when the port is free for others. */
  async close(): Promise<void> {
    if (this.link.isStarted) await this.link.request('close', undefined);
  }

  /** Starts the worker where there is none yet. */
  ask<Name extends keyof Requests>(
    name: Name,
    params: Requests[Name]['params'],
  ): Promise<Requests[Name]['result']> {
    if (this.isDisposed) return Promise.reject(problem('monitorHost.notOpen'));
    return this.link.request(name, params);
  }

  tell(event: StreamClientSide['event']): void {
    if (event.type === 'view') this.look(event.view);
    this.link.send(event);
  }

  async sendText(text: string, lineEnding: LineEnding, escapes: boolean): Promise<void> {
    if (!this.isOpen) throw problem('monitorHost.notOpen');
    await this.ask('write', outgoingBytes(text, lineEnding, escapes));
    this.history = [...this.history.filter((sent) => sent !== text), text].slice(-keptHistory);
    await this.services.context.workspaceState.update(historyKey, this.history);
  }

  async watch(triggers: readonly WatchedTrigger[]): Promise<void> {
    await this.ask('setTriggers', triggers);
    this.triggers = triggers;
  }

  notice(notice: MonitorNotice): void {
    this.notices = [...this.notices, notice].slice(-keptNotices);
    this.noticeEmitter.fire(notice);
  }

  override dispose(): void {
    super.dispose();
    void this.end();
  }

  /** Ends the worker and what it holds. Resolves when nothing is left running. */
  async end(): Promise<void> {
    await this.link.dispose();
  }

  /** Virtual boards are called as the person's language calls them. */
  private titled(status: StreamStatus): StreamStatus {
    const { connection } = status;
    const { opened, services } = this;
    if (connection.name === 'closed' || opened?.kind !== 'virtual') return status;
    const label = services.say(virtualBoardText(opened.board).title);
    return { ...status, connection: { ...connection, label } };
  }

  /** A page that goes away leaves its view as it is. */
  private look(view: PlotView): void {
    if (view.kind !== 'hidden') this.still = view.kind === 'fixed' ? view : undefined;
  }

  private limit(): void {
    this.link.send({ type: 'setLimits', limits: storeLimits() });
  }

  private hear(event: StreamWorkerSide['event']): void {
    switch (event.type) {
      case 'status':
        if (event.status.session !== this.current.session) {
          this.notices = [];
          this.fired = [];
          this.still = undefined;
        }
        this.current = this.titled(event.status);
        this.statusEmitter.fire(this.current);
        if (this.waitingNotice && event.status.connection.name === 'open') {
          this.notice(this.waitingNotice);
          this.waitingNotice = undefined;
        }
        break;
      case 'frame':
        this.frameEmitter.fire(event.frame);
        break;
      case 'notice':
        this.notice(event);
        break;
      case 'fired':
        this.fired = [...this.fired, event.fired].slice(-keptNotices);
        this.firedEmitter.fire(event.fired);
        break;
      case 'frozen':
        this.look(event.view);
        this.frozenEmitter.fire(event.view);
        break;
    }
  }

  private workerEnded({ sentence: why }: Problem, isReplaced: boolean): void {
    if (this.isDisposed) return;
    this.services.log.error(this.services.say(why));
    const { connection, recording, session } = this.current;
    const label = 'label' in connection ? connection.label : '';
    // What is shown was in its memory: a new session.
    this.hear({
      type: 'status',
      status: {
        ...idleStatus,
        session: session + 1,
        connection: isReplaced ? { name: 'opening', label } : { name: 'failed', label, why },
      },
    });
    const replaced: MonitorNotice = { severity: 'warning', what: sentence('monitorHost.workerReplaced') };
    this.waitingNotice = isReplaced ? replaced : undefined;
    this.lostEmitter.fire({ wasRecording: recording.name === 'on', isReplaced });
  }
}
