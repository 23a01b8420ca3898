/** A serial port, held by a process of its own. */
import { access } from 'node:fs/promises';
import { problem } from '../core/problem';
import type { ControlSignals, SourceDescription } from '../protocol/streamWorker';
import { sentence } from '../../l10n/sentences';
import { FinalProblem, type ByteSource, type SourceTraits } from './byteSource';
import { hostClock } from './clock';
import { ListenedSource } from './listenedSource';
import { thisMachine, type MachineFacts } from './machineFacts';
import { portProblem } from './portProblem';
import { startPortProcess, type PortProcess } from './portProcessClient';
import { timeLimit } from './timeLimit';

export type SerialDescription = Extract<SourceDescription, { kind: 'serial' }>;

const openLimitMs = 10_000;
export const closeLimitMs = 2000;
/** How often it is looked whether the port is still there: some drivers never say that it is gone. */
const watchIntervalMs = 500;
/**
 * A process that neither sends bytes nor answers so many questions in a row hangs in the driver. Questions are counted and
 * not seconds: where it was this thread that was held up, the answers wait to be read.
 */
const mostUnanswered = 10;

export class SerialSource extends ListenedSource implements ByteSource {
  private child: PortProcess | undefined;
  private watchTimer: NodeJS.Timeout | undefined;
  private unanswered = 0;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly port: SerialDescription,
    private readonly scriptPath: string,
    private readonly facts: MachineFacts = thisMachine,
  ) {
    super();
  }

  describe(): SourceTraits {
    return {
      label: this.port.path,
      startsMidLine: true,
      lastLineIsWhole: false,
      takesBytes: true,
      reconnects: true,
    };
  }

  async open(): Promise<void> {
    const { path, settings, signals } = this.port;
    const child = startPortProcess(this.scriptPath, {
      data: (bytes) => {
        this.unanswered = 0;
        this.listeners.arrived(bytes, hostClock.nowMs());
      },
      closed: (reason) => {
        this.lost(reason);
      },
    });
    this.child = child;
    const late = new Error('timeout');
    const opening = child.request('open', { path, settings }).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    const failure = await timeLimit(opening, openLimitMs, late);
    if (failure) {
      // The end of an attempt is told by the rejection alone.
      this.listeners.silence();
      await this.close();
      if (failure === late) throw problem('serial.openHangs', { path, seconds: openLimitMs / 1000 });
      throw await portProblem(failure.message, this.port, this.facts);
    }
    this.watchTimer = setInterval(() => {
      void this.watch();
    }, watchIntervalMs);
    await this.setSignals(signals).catch(() => {
      this.listeners.warn(sentence('serial.signalsRefused', { path }));
    });
  }

  async write(bytes: Uint8Array): Promise<void> {
    const { path } = this.port;
    if (!this.child || this.listeners.isOver) throw problem('serial.notOpen', { label: path });
    try {
      await this.child.request('write', bytes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw problem('serial.writeFailed', { label: path, reason });
    }
  }

  async setSignals(signals: ControlSignals): Promise<void> {
    const { path } = this.port;
    if (!this.child) throw problem('serial.notOpen', { label: path });
    try {
      await this.child.request('setSignals', signals);
    } catch {
      throw problem('serial.signalsRefused', { path });
    }
  }

  close(): Promise<void> {
    this.listeners.silence();
    clearInterval(this.watchTimer);
    this.closing ??= this.child?.end(closeLimitMs) ?? Promise.resolve();
    return this.closing;
  }

  private async watch(): Promise<void> {
    const { path } = this.port;
    // Windows has no file for a port; its driver reports the loss.
    if (this.facts.platform !== 'win32') {
      const isThere = await access(path).then(
        () => true,
        () => false,
      );
      if (!isThere) this.lost('');
    }
    if (this.listeners.isOver) return;
    if (this.unanswered++ >= mostUnanswered) {
      this.lost('timeout');
      return;
    }
    void this.child?.request('ping', undefined).then(
      () => {
        this.unanswered = 0;
      },
      () => undefined,
    );
  }

  private lost(reason: string): void {
    clearInterval(this.watchTimer);
    if (this.listeners.isOver) return;
    const { path } = this.port;
    this.listeners.end({
      kind: 'lost',
      why: reason === '' ? sentence('serial.unplugged', { path }) : sentence('serial.lost', { path, reason }),
    });
    void this.close();
  }
}

/** Whether it is of no use to try again. */
export function isFinal(error: unknown): boolean {
  return error instanceof FinalProblem;
}
