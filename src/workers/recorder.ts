/**
 * Writes a recording while it is made: rows go to CSV files four times a second, one file per segment, so that a process
 * that is killed loses less than a second. A failing disk ends the recording, never the stream.
 */
import { mkdir, readdir, rm, utimes, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem, problem } from '../core/problem';
import { Recording, recordingFileName } from '../core/stream/recording';
import type { SessionRow } from '../core/stream/sessionEvents';
import type { RecordingRequest, RecordingState, RecordingSummary } from '../protocol/streamWorker';
import { chunkTimesPath, markerPath, rawPath, recordedFiles } from '../serial/recordedNames';
import { createFile, GrowingFile } from './growingFile';
import { claimMarker } from './recordingMarker';

const flushIntervalMs = 250;
const markerIntervalMs = 5000;
const newline = 0x0a;
/** Rows and bytes that wait for a slow disk. */
const maxWaitingRows = 3_000_000;
const maxWaitingBytes = 128 * 1024 * 1024;

export interface RecorderOptions {
  /** Called once, when the recording ended by itself. */
  readonly broken: (why: Problem) => void;
  /** Another one in a test. */
  readonly create?: (path: string) => Promise<FileHandle>;
}

export class Recorder {
  private readonly recording: Recording;
  private readonly files: GrowingFile[] = [];
  private current: { readonly number: number; readonly file: GrowingFile } | undefined;
  private raw: { readonly bytes: GrowingFile; readonly times: GrowingFile } | undefined;
  private rawWaiting: Uint8Array[] = [];
  private rawWaitingBytes = 0;
  private timesWaiting = '';
  private writtenRows = 0;
  private flushing: Promise<void> | undefined;
  private failure: Problem | undefined;
  private touchedMs = 0;
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly request: RecordingRequest,
    private readonly options: RecorderOptions,
  ) {
    this.recording = new Recording(request.time);
    this.timer = setInterval(() => {
      void this.flush();
    }, flushIntervalMs);
  }

  /** @throws Problem when the folder cannot be written to, or a recording of this name is there */
  static async start(request: RecordingRequest, options: RecorderOptions): Promise<Recorder> {
    const { folder, baseName } = request;
    const first = join(folder, recordingFileName(baseName, 1));
    try {
      await mkdir(folder, { recursive: true });
      // Also of the later ones: the recording would stop as soon as the board is reset.
      const [there] = recordedFiles(baseName, await readdir(folder));
      if (there !== undefined) throw problem('serial.recordExists', { path: join(folder, there) });
      await claimMarker(markerPath(folder, baseName));
    } catch (error) {
      if (error instanceof Problem) throw error;
      if (codeOf(error) === 'EEXIST') throw problem('serial.recordExists', { path: first });
      throw problem('serial.recordStartFailed', { path: first, reason: codeOf(error) });
    }
    const recorder = new Recorder(request, options);
    try {
      if (request.rawBytes) await recorder.startRaw();
    } catch (error) {
      clearInterval(recorder.timer);
      await rm(markerPath(folder, baseName), { force: true });
      throw problem('serial.recordStartFailed', { path: rawPath(folder, baseName), reason: codeOf(error) });
    }
    return recorder;
  }

  add(row: SessionRow): void {
    if (!this.failure) this.recording.add(row);
  }

  addBytes(bytes: Uint8Array, arrivalMs: number): void {
    if (!this.raw || this.failure) return;
    this.rawWaiting.push(bytes);
    this.rawWaitingBytes += bytes.length;
    this.timesWaiting += `${arrivalMs.toFixed(3)},${String(bytes.length)}\n`;
  }

  state(): RecordingState {
    const summary = this.summary();
    return this.failure
      ? { name: 'broken', why: this.failure.sentence, ...summary }
      : { name: 'on', ...summary };
  }

  /** Writes what is left. Never rejects: a failure is told by `broken` and by the state. */
  async stop(): Promise<RecordingSummary> {
    clearInterval(this.timer);
    await this.flushing;
    await this.flush();
    await this.end();
    return this.summary();
  }

  private summary(): RecordingSummary {
    return {
      files: this.files.map(({ path }) => path),
      rows: this.writtenRows,
      bytes: this.files.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  private flush(): Promise<void> {
    if (this.flushing) {
      this.checkBacklog();
      return this.flushing;
    }
    if (this.failure) return Promise.resolve();
    this.flushing = this.write()
      .catch(async (error: unknown) => {
        await this.fail(error);
      })
      .finally(() => {
        this.flushing = undefined;
      });
    return this.flushing;
  }

  private async write(): Promise<void> {
    for (const { file, text } of this.recording.take()) {
      if (this.current?.number !== file.number) await this.startFile(file.number);
      const target = this.current?.file;
      if (!target) continue;
      const before = target.bytes;
      const records = Buffer.from(text);
      try {
        await target.append(records);
      } finally {
        const lines = linesIn(records.subarray(0, target.bytes - before));
        // The first line of a file is its header.
        this.writtenRows += before === 0 ? Math.max(0, lines - 1) : lines;
      }
    }
    await this.writeRaw();
    await this.touchMarker();
  }

  private async writeRaw(): Promise<void> {
    if (!this.raw || this.rawWaiting.length === 0) return;
    const bytes = Buffer.concat(this.rawWaiting);
    const times = Buffer.from(this.timesWaiting);
    this.rawWaiting = [];
    this.rawWaitingBytes = 0;
    this.timesWaiting = '';
    await this.raw.bytes.append(bytes);
    await this.raw.times.append(times);
  }

  private async startFile(number: number): Promise<void> {
    await this.current?.file.close();
    const path = join(this.request.folder, recordingFileName(this.request.baseName, number));
    this.current = { number, file: await this.make(path, true) };
  }

  private async startRaw(): Promise<void> {
    const path = rawPath(this.request.folder, this.request.baseName);
    this.raw = { bytes: await this.make(path, false), times: await this.make(chunkTimesPath(path), true) };
  }

  private async make(path: string, isText: boolean): Promise<GrowingFile> {
    const file = new GrowingFile(path, await (this.options.create ?? createFile)(path), isText);
    this.files.push(file);
    return file;
  }

  private async touchMarker(): Promise<void> {
    const nowMs = Date.now();
    if (nowMs - this.touchedMs < markerIntervalMs) return;
    this.touchedMs = nowMs;
    const now = nowMs / 1000;
    await utimes(markerPath(this.request.folder, this.request.baseName), now, now).catch(() => undefined);
  }

  private checkBacklog(): void {
    const waitingRows = this.recording.rows - this.writtenRows;
    if (waitingRows <= maxWaitingRows && this.rawWaitingBytes <= maxWaitingBytes) return;
    this.breakOff(problem('serial.recordTooSlow', { path: this.firstPath }));
  }

  private async fail(error: unknown): Promise<void> {
    const path = this.current?.file.path ?? this.firstPath;
    const reason = codeOf(error);
    this.breakOff(
      reason === 'ENOSPC' || reason === 'EDQUOT'
        ? problem('serial.recordDiskFull', { path })
        : problem('serial.recordFailed', { path, reason }),
    );
    await this.end();
  }

  private breakOff(why: Problem): void {
    if (this.failure) return;
    this.failure = why;
    clearInterval(this.timer);
    this.rawWaiting = [];
    this.rawWaitingBytes = 0;
    this.options.broken(why);
  }

  private async end(): Promise<void> {
    await Promise.all(this.files.map((file) => file.close()));
    await rm(markerPath(this.request.folder, this.request.baseName), { force: true }).catch(() => undefined);
  }

  private get firstPath(): string {
    return join(this.request.folder, recordingFileName(this.request.baseName, 1));
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines++;
  return lines;
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
