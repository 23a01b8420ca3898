/** What a program prints, on both of its streams; what is sent goes to its input. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { problem } from '../core/problem';
import type { SourceDescription } from '../protocol/streamWorker';
import { sentence } from '../../l10n/sentences';
import { FinalProblem, type ByteSource, type SourceTraits } from './byteSource';
import { hostClock } from './clock';
import { LineHolder } from './lineHolder';
import { ListenedSource } from './listenedSource';
import { timeLimit } from './timeLimit';

const endLimitMs = 1000;
/** A process group of its own, so that what the program has started ends with it. On Windows it would open a window. */
const hasGroups = process.platform !== 'win32';

export class ProgramSource extends ListenedSource implements ByteSource {
  private child: ChildProcessWithoutNullStreams | undefined;
  /** With all that hold its output. */
  private isGone = false;
  private exited: Promise<void> = Promise.resolve();
  private readonly output = this.holder();
  private readonly errors = this.holder();

  constructor(private readonly program: Extract<SourceDescription, { kind: 'program' }>) {
    super();
  }

  describe(): SourceTraits {
    return {
      label: this.program.command,
      startsMidLine: false,
      lastLineIsWhole: true,
      takesBytes: true,
      reconnects: false,
    };
  }

  open(): Promise<void> {
    const { command, args, cwd } = this.program;
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd, stdio: 'pipe', detached: hasGroups });
      this.child = child;
      child.once('spawn', resolve);
      child.on('error', (error: NodeJS.ErrnoException) => {
        const reason = error.code ?? error.message;
        reject(new FinalProblem(problem('serial.programFailed', { program: command, reason }).sentence));
      });
      child.stdout.on('data', this.forward(this.output));
      child.stderr.on('data', this.forward(this.errors));
      // A program that does not read its input is no error of ours.
      child.stdin.on('error', () => undefined);
      this.exited = new Promise((exit) => {
        child.once('close', (code, signal) => {
          this.isGone = true;
          this.output.flush();
          this.errors.flush();
          exit();
          const why = sentence('serial.programEnded', { program: command, code: signal ?? String(code) });
          this.listeners.end({ kind: 'ended', why });
        });
      });
    });
  }

  write(bytes: Uint8Array): Promise<void> {
    const { child } = this;
    const label = this.program.command;
    if (!child || this.listeners.isOver) return Promise.reject(problem('serial.notOpen', { label }));
    return new Promise((resolve, reject) => {
      child.stdin.write(bytes, (error) => {
        if (error) reject(problem('serial.writeFailed', { label, reason: error.message }));
        else resolve();
      });
    });
  }

  setSignals(): Promise<void> {
    return Promise.reject(problem('serial.noSignals', { label: this.program.command }));
  }

  async close(): Promise<void> {
    this.listeners.silence();
    this.output.drop();
    this.errors.drop();
    if (this.child?.pid === undefined || this.isGone) return;
    this.signal('SIGTERM');
    await timeLimit(this.exited, endLimitMs, undefined);
    this.signal('SIGKILL');
    await timeLimit(this.exited, endLimitMs, undefined);
  }

  private holder(): LineHolder {
    return new LineHolder(hostClock, (bytes) => this.listeners.arrived(bytes, hostClock.nowMs()));
  }

  /** What comes after the end is nobody's, and nothing is to be waited for. */
  private forward(holder: LineHolder): (bytes: Uint8Array) => void {
    return (bytes) => {
      if (!this.listeners.isOver) holder.push(bytes);
    };
  }

  private signal(signal: NodeJS.Signals): void {
    const { pid } = this.child ?? {};
    if (pid === undefined) return;
    try {
      if (hasGroups) process.kill(-pid, signal);
      else this.child?.kill(signal);
    } catch {
      // Nobody of the group is left.
    }
  }
}
