/**
 * Of two streams that come out as one, each gives whole lines, so that half a line of one is never joined to a line of the
 * other. What does not become a line soon is passed on as it is: a prompt has no newline, and a person waits for it.
 */
import { MAX_LINE_BYTES } from '../core/stream/lineSplitter';
import type { Clock } from './clock';

const newline = 0x0a;
export const holdLimitMs = 100;

export class LineHolder {
  private readonly held: Uint8Array[] = [];
  private heldBytes = 0;
  private stopWaiting: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly pass: (bytes: Uint8Array) => void,
  ) {}

  push(bytes: Uint8Array): void {
    const end = bytes.lastIndexOf(newline) + 1;
    if (end > 0) {
      this.hold(bytes.subarray(0, end));
      this.flush();
    }
    if (end < bytes.length) this.hold(bytes.subarray(end));
    if (this.heldBytes > MAX_LINE_BYTES) this.flush();
    else if (this.heldBytes > 0) this.stopWaiting ??= this.clock.after(holdLimitMs, () => this.flush());
  }

  /** What is held is passed on as it is. */
  flush(): void {
    if (this.heldBytes === 0) return;
    const bytes = new Uint8Array(this.heldBytes);
    let at = 0;
    for (const piece of this.held) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.drop();
    this.pass(bytes);
  }

  /** What is held is nobody's any more. */
  drop(): void {
    this.stopWaiting?.();
    this.stopWaiting = undefined;
    this.held.length = 0;
    this.heldBytes = 0;
  }

  private hold(bytes: Uint8Array): void {
    this.held.push(bytes);
    this.heldBytes += bytes.length;
  }
}
