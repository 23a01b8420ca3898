/** A board made of code, so that everything works without hardware. */
import { problem } from '../core/problem';
import type { SourceDescription } from '../protocol/streamWorker';
import { type ByteSource, type SourceTraits } from './byteSource';
import { hostClock } from './clock';
import { ListenedSource } from './listenedSource';
import { virtualLines, type NextLine } from './virtualBoards';

const turnMs = 10;
/** Lines that come closer together than this arrive together, as from a port. */
const burstMs = 5;
/** After the machine slept, or was too busy, no more than this is made up for. */
const catchUpMs = 1000;

export class VirtualSource extends ListenedSource implements ByteSource {
  private readonly next: NextLine;
  private timer: NodeJS.Timeout | undefined;
  private sentLines = 0;
  private startMs = 0;

  constructor(private readonly board: Extract<SourceDescription, { kind: 'virtual' }>) {
    super();
    this.next = virtualLines(board.board, board.seed, board.samples);
  }

  describe(): SourceTraits {
    return {
      label: this.board.board,
      startsMidLine: false,
      lastLineIsWhole: false,
      takesBytes: true,
      reconnects: false,
    };
  }

  open(): Promise<void> {
    this.startMs = hostClock.nowMs();
    this.timer = setInterval(() => {
      this.print();
    }, turnMs);
    return Promise.resolve();
  }

  /** The board says back what it is told, as a comment. */
  write(bytes: Uint8Array): Promise<void> {
    if (this.listeners.isOver) return Promise.reject(problem('serial.notOpen', { label: this.board.board }));
    this.listeners.arrived(Buffer.concat([Buffer.from('# '), bytes, Buffer.from('\n')]), hostClock.nowMs());
    return Promise.resolve();
  }

  /** It has no reset pin, so every state of the lines is fine. */
  setSignals(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.listeners.silence();
    clearInterval(this.timer);
    return Promise.resolve();
  }

  private print(): void {
    const nowMs = hostClock.nowMs();
    const perMs = this.board.linesPerSecond / 1000;
    const dueLines = Math.floor((nowMs - this.startMs) * perMs);
    if (dueLines - this.sentLines > catchUpMs * perMs + 1)
      this.sentLines = Math.floor(dueLines - catchUpMs * perMs);
    const burstLines = Math.max(1, Math.round(burstMs * perMs));
    while (this.sentLines < dueLines) {
      const lines = Math.min(burstLines, dueLines - this.sentLines);
      let text = '';
      for (let line = 0; line < lines; line++) text += `${this.next()}\r\n`;
      this.sentLines += lines;
      // When it was due, not when this machine found the time.
      this.listeners.arrived(Buffer.from(text), Math.min(nowMs, this.startMs + this.sentLines / perMs));
    }
  }
}
