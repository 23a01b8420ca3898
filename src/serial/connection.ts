/**
 * Stays connected to one source: opens it, opens it again when it was lost, under whatever path its board comes back, and
 * says how things stand. Waits 0.25 s, 0.5 s, 1 s and then 2 s between attempts.
 */
import { access } from 'node:fs/promises';
import { Problem, problem } from '../core/problem';
import type { ListedPort } from '../protocol/portProcess';
import type { ConnectionState, ControlSignals, SourceDescription } from '../protocol/streamWorker';
import { sentence, type Sentence } from '../../l10n/sentences';
import { FinalProblem, type ByteSource, type SourceTraits } from './byteSource';
import { hostClock, type Clock } from './clock';
import { thisMachine, type MachineFacts } from './machineFacts';
import { findBoard } from './portIdentity';
import { portProblem } from './portProblem';

const firstDelayMs = 250;
const longestDelayMs = 2000;
/** A connection that held for so long counts as good: the next loss begins with the shortest wait. */
const goodAfterMs = 2000;

export interface ConnectionSink {
  state(state: ConnectionState): void;
  opened(traits: SourceTraits, nowMs: number): void;
  data(bytes: Uint8Array, arrivalMs: number): void;
  /** The source is gone, for good or until it is opened again. */
  ended(traits: SourceTraits, nowMs: number): void;
  warning(warning: Sentence): void;
}

/** What a connection uses of the outside; a test hands in its own. */
export interface ConnectionTools {
  readonly make: (description: SourceDescription) => ByteSource;
  readonly list: () => Promise<readonly ListedPort[]>;
  readonly clock: Clock;
  readonly facts: MachineFacts;
  /** Whether a port's file is there; true where ports have no files. */
  readonly exists: (path: string) => Promise<boolean>;
}

export function hostTools(make: ConnectionTools['make'], list: ConnectionTools['list']): ConnectionTools {
  return {
    make,
    list,
    clock: hostClock,
    facts: thisMachine,
    exists: async (path) =>
      process.platform === 'win32' ||
      access(path).then(
        () => true,
        () => false,
      ),
  };
}

export class Connection {
  private description: SourceDescription | undefined;
  private source: ByteSource | undefined;
  private attempt = 0;
  private cancelWait: () => void = () => undefined;
  /** Counts calls of open and close: what an earlier one began is of no more interest. */
  private turn = 0;
  private isOpen = false;
  private openedMs = 0;
  /** Closing what was open before; the next attempt waits for it, since a port cannot be open twice. */
  private freed: Promise<void> = Promise.resolve();

  constructor(
    private readonly sink: ConnectionSink,
    private readonly tools: ConnectionTools,
  ) {}

  /** Begins to connect; how it goes is told by `state`. What was open is closed first. */
  open(description: SourceDescription): void {
    this.stop();
    this.description = description;
    this.attempt = 0;
    void this.connect(this.turn);
  }

  /** Resolves when the source is free for others. */
  async close(): Promise<void> {
    this.stop();
    this.sink.state({ name: 'closed' });
    await this.freed;
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.openSource().write(bytes);
  }

  setSignals(signals: ControlSignals): Promise<void> {
    // Kept also for the next time it is opened.
    if (this.description?.kind === 'serial') this.description = { ...this.description, signals };
    return this.openSource().setSignals(signals);
  }

  /** The source under way, for what only one kind of it can do. */
  get current(): ByteSource | undefined {
    return this.isOpen ? this.source : undefined;
  }

  /** The clock of arrivals. */
  nowMs(): number {
    return this.current?.nowMs() ?? this.tools.clock.nowMs();
  }

  private stop(): void {
    this.turn++;
    this.cancelWait();
    this.free();
  }

  private async connect(turn: number): Promise<void> {
    await this.freed;
    if (turn !== this.turn || !this.description) return;
    if (this.attempt === 0) this.sink.state({ name: 'opening', label: labelOf(this.description) });
    try {
      const description = await this.whereItIs(this.description);
      if (turn !== this.turn) return;
      this.description = description;
      await this.openNow(description, turn);
    } catch (error) {
      if (turn !== this.turn) return;
      this.free();
      this.failed(toSentence(error), error instanceof FinalProblem, turn);
    }
  }

  /** @throws Problem when the board is not plugged in */
  private async whereItIs(description: SourceDescription): Promise<SourceDescription> {
    if (description.kind !== 'serial') return description;
    const { path, identity } = description;
    if (identity) {
      // Where the list cannot be had, the path is the best guess.
      const ports = await this.tools.list().catch(() => undefined);
      const found = ports && findBoard(ports, identity, path);
      if (found) return { ...description, path: found.path };
      if (ports && ports.length > 0) throw await portProblem('no such file', description, this.tools.facts);
    }
    if (!(await this.tools.exists(path)))
      throw await portProblem('no such file', description, this.tools.facts);
    return description;
  }

  private async openNow(description: SourceDescription, turn: number): Promise<void> {
    const source = this.tools.make(description);
    this.source = source;
    const traits = source.describe();
    // Bytes can come before `open` has settled; they belong behind `opened`.
    const early: [Uint8Array, number][] = [];
    source.onData((bytes, arrivalMs) => {
      if (turn !== this.turn) return;
      // A board that talks is a good connection: after a reset the next attempt comes soon.
      this.attempt = 0;
      if (this.isOpen) this.sink.data(bytes, arrivalMs);
      else early.push([bytes, arrivalMs]);
    });
    source.onWarning((warning) => {
      if (turn === this.turn) this.sink.warning(warning);
    });
    let endedEarly: Sentence | undefined;
    source.onClose((end) => {
      if (turn !== this.turn) return;
      if (!this.isOpen) {
        endedEarly = end.why;
        return;
      }
      const endMs = source.nowMs();
      this.free();
      if (this.tools.clock.nowMs() - this.openedMs >= goodAfterMs) this.attempt = 0;
      this.sink.ended(traits, endMs);
      if (end.kind === 'ended') this.sink.state({ name: 'ended', label: traits.label, why: end.why });
      else this.failed(end.why, !traits.reconnects, turn);
    });
    await source.open();
    if (turn !== this.turn) {
      void source.close();
      return;
    }
    this.isOpen = true;
    this.openedMs = this.tools.clock.nowMs();
    this.sink.opened(traits, source.nowMs());
    this.sink.state({ name: 'open', label: traits.label });
    for (const [bytes, arrivalMs] of early) this.sink.data(bytes, arrivalMs);
    if (endedEarly) {
      this.free();
      this.sink.ended(traits, source.nowMs());
      if (traits.reconnects) this.failed(endedEarly, false, turn);
      else this.sink.state({ name: 'ended', label: traits.label, why: endedEarly });
    }
  }

  private failed(why: Sentence, isFinal: boolean, turn: number): void {
    if (!this.description) return;
    const label = labelOf(this.description);
    const reconnects = this.description.kind === 'serial' || this.description.kind === 'tcp';
    if (isFinal || !reconnects) {
      this.sink.state({ name: 'failed', label, why });
      return;
    }
    const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** this.attempt);
    this.attempt++;
    this.sink.state({ name: 'waiting', label, why, attempt: this.attempt });
    this.cancelWait = this.tools.clock.after(delayMs, () => {
      void this.connect(turn);
    });
  }

  private free(): void {
    this.isOpen = false;
    const { source } = this;
    this.source = undefined;
    if (source) this.freed = Promise.all([this.freed, source.close()]).then(() => undefined);
  }

  private openSource(): ByteSource {
    if (!this.current) {
      throw problem('serial.notOpen', { label: this.description ? labelOf(this.description) : '' });
    }
    return this.current;
  }
}

function labelOf(description: SourceDescription): string {
  switch (description.kind) {
    case 'serial':
    case 'replay':
      return description.path;
    case 'tcp':
      return `${description.host}:${String(description.port)}`;
    case 'program':
      return description.command;
    case 'virtual':
      return description.board;
  }
}

function toSentence(error: unknown): Sentence {
  if (error instanceof Problem) return error.sentence;
  return sentence('serial.failed', { reason: error instanceof Error ? error.message : String(error) });
}
