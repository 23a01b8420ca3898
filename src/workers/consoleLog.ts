/** The last lines of a session by number, for the console and its search. */
import type { ConsoleLine } from '../core/stream/sessionEvents';

const keptLines = 10_000;

export class ConsoleLog {
  private readonly lines: ConsoleLine[] = [];
  /** Number of the next line; the first one of a session is 0. */
  endLine = 0;

  add(line: ConsoleLine): void {
    this.lines[this.endLine % keptLines] = line;
    this.endLine++;
  }

  get firstLine(): number {
    return Math.max(0, this.endLine - keptLines);
  }

  /** Lines [from, to) as far as they are kept. */
  slice(from: number, to: number): { readonly firstLine: number; readonly lines: readonly ConsoleLine[] } {
    const first = Math.min(this.endLine, Math.max(this.firstLine, Math.trunc(from)));
    const lines: ConsoleLine[] = [];
    for (let number = first; number < Math.min(to, this.endLine); number++) {
      const line = this.lines[number % keptLines];
      if (line) lines.push(line);
    }
    return { firstLine: first, lines };
  }

  /** The newest lines after `from`, no more than fit in a picture. */
  newest(
    from: number,
    limits: { readonly lines: number; readonly characters: number },
  ): { readonly firstLine: number; readonly lines: readonly ConsoleLine[] } {
    let first = this.endLine;
    let characters = 0;
    const lowest = Math.max(from, this.firstLine, this.endLine - limits.lines);
    while (first > lowest) {
      characters += this.lines[(first - 1) % keptLines]?.text.length ?? 0;
      if (characters > limits.characters && first < this.endLine) break;
      first--;
    }
    return this.slice(first, this.endLine);
  }
}
