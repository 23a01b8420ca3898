/** A recording, played through the same pipeline as a board, 0.1 to 100 times as fast as it came. */
import { access } from 'node:fs/promises';
import { problem } from '../core/problem';
import type { SourceDescription } from '../protocol/streamWorker';
import { sentence } from '../../l10n/sentences';
import { FinalProblem, type ByteSource, type SourceTraits } from './byteSource';
import { hostClock } from './clock';
import { ListenedSource } from './listenedSource';
import { replayPieces } from './replayPieces';

export const slowestReplay = 0.1;
export const fastestReplay = 100;

export class ReplaySource extends ListenedSource implements ByteSource {
  private readonly path: string;
  private speed: number;
  /** Of the recording; `positionMs` is where it was at `sinceMs` of the host's clock. */
  private positionMs = 0;
  private sinceMs = 0;
  private startMs = 0;
  /** The time up to which everything has been played, so that arrivals never lie in the past. */
  private playedMs = 0;
  private wake: () => void = () => undefined;

  constructor({ path, speed }: Extract<SourceDescription, { kind: 'replay' }>) {
    super();
    this.path = path;
    this.speed = limited(speed);
  }

  describe(): SourceTraits {
    return {
      label: this.path,
      startsMidLine: false,
      lastLineIsWhole: true,
      takesBytes: false,
      reconnects: false,
      ...(this.path.toLowerCase().endsWith('.csv') ? { isCsvFile: true } : {}),
    };
  }

  async open(): Promise<void> {
    await access(this.path).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new FinalProblem(problem('serial.replayUnreadable', { path: this.path, reason }).sentence);
    });
    this.startMs = this.sinceMs = hostClock.nowMs();
    void this.play();
  }

  setSpeed(speed: number): void {
    const nowMs = hostClock.nowMs();
    this.positionMs = this.targetMs(nowMs);
    this.sinceMs = nowMs;
    this.speed = limited(speed);
    this.wake();
  }

  write(): Promise<void> {
    return Promise.reject(problem('serial.replayTakesNothing', { path: this.path }));
  }

  setSignals(): Promise<void> {
    return Promise.reject(problem('serial.noSignals', { label: this.path }));
  }

  close(): Promise<void> {
    this.listeners.silence();
    this.wake();
    return Promise.resolve();
  }

  override nowMs(): number {
    return this.startMs + this.playedMs;
  }

  private async play(): Promise<void> {
    try {
      for await (const { atMs, bytes } of replayPieces(this.path)) {
        await this.until(atMs);
        if (this.listeners.isOver) return;
        this.playedMs = Math.max(this.playedMs, atMs);
        this.listeners.arrived(Uint8Array.from(bytes), this.nowMs());
      }
      this.listeners.end({ kind: 'ended', why: sentence('serial.replayEnded', { path: this.path }) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const why = sentence('serial.replayUnreadable', { path: this.path, reason });
      this.listeners.end({ kind: 'ended', why });
    }
  }

  /** Waits for the recording's time; at least one turn, so that a fast replay lets others work. */
  private async until(atMs: number): Promise<void> {
    do {
      const waitMs = (atMs - this.targetMs(hostClock.nowMs())) / this.speed;
      await new Promise<void>((resolve) => {
        if (waitMs < 1) {
          setImmediate(resolve);
          return;
        }
        const timer = setTimeout(resolve, Math.min(waitMs, 2 ** 30));
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    } while (!this.listeners.isOver && this.targetMs(hostClock.nowMs()) + 1 < atMs);
  }

  /** Where the recording should be by now. */
  private targetMs(nowMs: number): number {
    return this.positionMs + (nowMs - this.sinceMs) * this.speed;
  }
}

function limited(speed: number): number {
  return Number.isFinite(speed) ? Math.min(fastestReplay, Math.max(slowestReplay, speed)) : 1;
}
