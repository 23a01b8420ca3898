/** At most one recording at a time, also while one is being started. */
import { problem, type Problem } from '../core/problem';
import type { SessionRow } from '../core/stream/sessionEvents';
import type { RecordingRequest, RecordingState, RecordingSummary } from '../protocol/streamWorker';
import { Recorder } from './recorder';

export class RecordingTurn {
  private recorder: Recorder | undefined;
  private starting: Promise<void> | undefined;

  /** @param broken called when a recording ended by itself */
  constructor(private readonly broken: (why: Problem) => void) {}

  /** @throws Problem when one is under way, or the first file cannot be made */
  async start(request: RecordingRequest): Promise<void> {
    if (this.starting || this.recorder?.state().name === 'on') throw problem('serial.recordAlready');
    this.starting = this.begin(request);
    try {
      await this.starting;
    } finally {
      this.starting = undefined;
    }
  }

  /** Nothing is under way: nothing was recorded. */
  async stop(): Promise<RecordingSummary> {
    // Who started it hears why it could not begin.
    await this.starting?.catch(() => undefined);
    const { recorder } = this;
    this.recorder = undefined;
    return (await recorder?.stop()) ?? { files: [], rows: 0, bytes: 0 };
  }

  add(row: SessionRow): void {
    this.recorder?.add(row);
  }

  addBytes(bytes: Uint8Array, arrivalMs: number): void {
    this.recorder?.addBytes(bytes, arrivalMs);
  }

  state(): RecordingState {
    return this.recorder?.state() ?? { name: 'off' };
  }

  private async begin(request: RecordingRequest): Promise<void> {
    this.recorder = await Recorder.start(request, { broken: this.broken });
  }
}
