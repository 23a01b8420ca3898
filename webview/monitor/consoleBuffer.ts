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
    const taken = lines.map((line, index): ConsoleEntry => ({
      kind: 'line',
      number: firstLine + index,
      ...line,
    }));
    // What was printed before the page was there is asked for, and the newest lines may come before the answer.
    const oldest = this.list[0]?.number ?? this.next;
    const older = taken.filter(({ number }) => number < oldest);
    if (older.length > 0) this.list = [...older, ...this.list];
    if (firstLine > this.next && this.list.length > 0) {
      this.list.push({ kind: 'gap', number: this.next, lines: firstLine - this.next });
    }
    for (const entry of taken) if (entry.number >= this.next) this.list.push(entry);
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
  return text === '' ? entries : entries.filter((entry) => holds(entry, text));
}

/** In any case; no text is in no line. */
export function holds(entry: ConsoleEntry, text: string): boolean {
  return text !== '' && entry.kind === 'line' && entry.text.toLowerCase().includes(text.toLowerCase());
}

/** Index of the next line that holds the text, round the end; -1 where none does. `from` -1 is before the first or behind the last. */
export function nextHolder(
  entries: readonly ConsoleEntry[],
  text: string,
  from: number,
  step: 1 | -1,
): number {
  const { length } = entries;
  const start = from < 0 ? (step === 1 ? -1 : length) : from;
  for (let count = 1; count <= length; count++) {
    const index = (((start + step * count) % length) + length) % length;
    const entry = entries[index];
    if (entry && holds(entry, text)) return index;
  }
  return -1;
}

/** How many rows further down (or up, below 0) the line in `row` stands now; the first where it was one of the oldest, and is gone. */
export function rowsMoved(
  before: readonly ConsoleEntry[],
  now: readonly ConsoleEntry[],
  row: number,
): number {
  const entry = before[row];
  // Nearly always it has stayed; lines are only taken from the beginning, or put before it.
  if (!entry || now[row]?.number === entry.number) return 0;
  const found = now.findIndex(({ number, kind }) => number === entry.number && kind === entry.kind);
  if (found >= 0) return found - row;
  return entry.number < (now[0]?.number ?? 0) ? -row : 0;
}
