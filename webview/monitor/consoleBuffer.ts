/** The last lines of the console, by number: the host may leave some out when they come too fast to be read. */
import type { ConsoleLine } from '../../src/core/stream/sessionEvents';
import type { ConsolePart } from '../../src/protocol/streamWorker';

export type ConsoleEntry =
  | ({ readonly kind: 'line'; readonly number: number } & ConsoleLine)
  /** Lines that were not sent to the page; recordings have them. */
  | { readonly kind: 'gap'; readonly number: number; readonly lines: number };

const keptEntries = 10_000;

export class ConsoleBuffer {
  private list: ConsoleEntry[] = [];
  private next = 0;
  pending = '';

  get entries(): readonly ConsoleEntry[] {
    return this.list;
  }

  take({ firstLine, lines, pending }: ConsolePart): void {
    this.pending = pending;
    if (lines.length === 0) return;
    if (firstLine > this.next && this.list.length > 0) {
      this.list.push({ kind: 'gap', number: this.next, lines: firstLine - this.next });
    }
    for (const [index, line] of lines.entries()) {
      const number = firstLine + index;
      if (number >= this.next) this.list.push({ kind: 'line', number, ...line });
    }
    this.next = Math.max(this.next, firstLine + lines.length);
    if (this.list.length > keptEntries * 1.2) this.list = this.list.slice(-keptEntries);
  }

  clear(): void {
    this.list = [];
    this.next = 0;
    this.pending = '';
  }
}

/** Lines that hold the text, in any case; all where there is none. */
export function filtered(entries: readonly ConsoleEntry[], text: string): readonly ConsoleEntry[] {
  const wanted = text.toLowerCase();
  if (wanted === '') return entries;
  return entries.filter((entry) => entry.kind === 'line' && entry.text.toLowerCase().includes(wanted));
}
