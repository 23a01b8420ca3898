/** What the stream worker does, apart from being a worker: one source, one session, and what is told about them. */
import { DEFAULT_LIMITS, type StoreLimits } from '../core/stream/columnStore';
import { AUTO, type StreamFormat } from '../core/stream/format';
import { StreamSession } from '../core/stream/session';
import type { Unfinished } from '../core/stream/sessionOptions';
import type {
  ConnectionState,
  ControlSignals,
  PlotView,
  RecordingRequest,
  RecordingSummary,
  SourceDescription,
  StreamQueries,
  StreamStatus,
  StreamWorkerSide,
  WatchedTrigger,
} from '../protocol/streamWorker';
import { Connection, type ConnectionTools } from '../serial/connection';
import { goesOn } from '../serial/goesOn';
import { ReplaySource } from '../serial/replaySource';
import { ConsoleLog } from './consoleLog';
import { LineRate } from './lineRate';
import { frameIntervalMs, PictureFeed } from './pictureFeed';
import { RawTail } from './rawTail';
import { RecordingTurn } from './recordingTurn';
import { csv, pairs, statistics, valuesAt } from './streamQueries';
import { TriggerWatch } from './triggerWatch';

const statusIntervalMs = 250;
/** Segments of different sessions are different files of one recording. */
const segmentsPerSession = 1_000_000;

export class StreamService {
  private session: StreamSession;
  private sessionNumber = 1;
  private format: StreamFormat = AUTO;
  private limits: StoreLimits = DEFAULT_LIMITS;
  private log = new ConsoleLog();
  private tail = new RawTail();
  private endS = 0;
  private startMs: number | undefined;
  private bytes = 0;
  private description: SourceDescription | undefined;
  private connectionState: ConnectionState = { name: 'closed' };
  private readonly recording: RecordingTurn;
  private readonly connection: Connection;
  private readonly feed: PictureFeed;
  private readonly watch: TriggerWatch;
  private readonly rate = new LineRate();
  private statusKey = '';
  private statusSentMs = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly post: (event: StreamWorkerSide['event']) => void,
    tools: ConnectionTools,
  ) {
    this.session = this.newSession();
    this.feed = new PictureFeed((frame) => this.post({ type: 'frame', frame }));
    this.watch = new TriggerWatch(
      (fired) => this.post({ type: 'fired', fired }),
      () => this.freeze(),
    );
    this.connection = new Connection(
      {
        state: (state) => {
          this.connectionState = state;
          this.postStatus();
        },
        opened: (traits, nowMs) => {
          this.startMs ??= nowMs;
          this.session.opened(nowMs, traits);
        },
        data: (chunk, arrivalMs) => this.arrived(chunk, arrivalMs),
        ended: ({ lastLineIsWhole }, nowMs) => this.session.ended(nowMs, { lastLineIsWhole }),
        warning: (what) => this.post({ type: 'notice', severity: 'warning', what }),
      },
      tools,
    );
    this.recording = new RecordingTurn((why) => {
      this.post({ type: 'notice', severity: 'warning', what: why.sentence });
      this.postStatus();
    });
    this.timer = setInterval(() => this.tick(), frameIntervalMs);
  }

  open(description: SourceDescription): void {
    // Another board, or another time: its axis and its series are its own.
    if (this.description && !goesOn(this.description, description)) this.clear();
    this.description = description;
    this.connection.open(description);
  }

  async close(): Promise<void> {
    await this.connection.close();
    this.finishRows();
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.connection.write(bytes);
  }

  setSignals(signals: ControlSignals): Promise<void> {
    return this.connection.setSignals(signals);
  }

  setTriggers(watched: readonly WatchedTrigger[]): void {
    this.watch.set(watched);
  }

  setView(view: PlotView): void {
    this.feed.setView(view);
  }

  wholeFrame(): void {
    this.feed.beginWhole();
    this.postStatus();
  }

  shown(frame: number): void {
    this.feed.shown(frame);
    // The picture that could not be sent in its time follows at once, not one interval later.
    if (this.feed.isHeldBack) this.sendPicture();
  }

  setFormat(format: StreamFormat): void {
    this.format = format;
    this.session.setFormat(format);
    this.postStatus();
  }

  /** Of the rows that are kept to be shown. */
  setLimits(limits: StoreLimits): void {
    this.limits = limits;
    this.session.store.setLimits(limits);
    this.postStatus();
  }

  skip(what: 'byte' | 'value'): void {
    this.session.skip(what);
  }

  setReplaySpeed(speed: number): void {
    if (this.connection.current instanceof ReplaySource) this.connection.current.setSpeed(speed);
  }

  /** The stream goes on: the line under way and the names of the columns are the next session's. */
  clear(): void {
    const { unfinished } = this.session;
    this.finishRows();
    this.watch.restart();
    this.sessionNumber++;
    this.log = new ConsoleLog();
    this.tail = new RawTail();
    this.endS = 0;
    this.startMs = undefined;
    this.bytes = 0;
    this.session = this.newSession(unfinished);
    this.postStatus();
  }

  /** @throws Problem when one is under way, or the first file cannot be made */
  async startRecording(request: RecordingRequest): Promise<void> {
    await this.recording.start(request);
    this.postStatus();
  }

  /** Nothing is under way: nothing was recorded. */
  async stopRecording(): Promise<RecordingSummary> {
    const summary = await this.recording.stop();
    this.postStatus();
    return summary;
  }

  readonly answers: {
    readonly [Name in keyof StreamQueries]: (
      params: StreamQueries[Name]['params'],
    ) => StreamQueries[Name]['result'];
  } = {
    statistics: (span) => statistics(this.session, span),
    valuesAt: ({ timeS }) => valuesAt(this.session, timeS),
    pairs: (query) => pairs(this.session, query),
    consoleLines: ({ firstLine, count }) => ({
      ...this.log.slice(firstLine, firstLine + count),
      pending: this.session.pendingText(),
    }),
    rawBytes: () => this.tail.read(),
    rejects: () => this.session.status().rejects,
    csv: (span) => csv(this.session, span),
  };

  /** Closes the source and finishes the recording. */
  async dispose(): Promise<void> {
    clearInterval(this.timer);
    this.finishRows();
    await Promise.all([this.connection.close(), this.stopRecording()]);
  }

  status(): StreamStatus {
    const { format, recognised, series, timing, counts, segments, droppedRows } = this.session.status();
    return {
      format,
      recognised,
      series,
      timing,
      counts,
      segments,
      droppedRows,
      connection: this.connectionState,
      lastValues: Float64Array.from(series, ({ name }) => this.session.table.lastValue(name)),
      storedRows: this.session.store.rowCount,
      bytes: this.bytes,
      linesPerSecond: this.rate.perSecond,
      endS: this.endS,
      recording: this.recording.state(),
      session: this.sessionNumber,
    };
  }

  private arrived(chunk: Uint8Array, arrivalMs: number): void {
    this.startMs ??= arrivalMs;
    this.bytes += chunk.length;
    this.tail.add(chunk);
    this.recording.addBytes(chunk, arrivalMs);
    this.watch.heard(this.axisS(arrivalMs));
    this.session.push(chunk, arrivalMs);
  }

  private tick(): void {
    const nowMs = this.connection.nowMs();
    if (this.startMs !== undefined && this.connection.current) {
      this.session.tick(nowMs);
      this.watch.tick(this.axisS(nowMs));
    }
    this.sendPicture();
    if (performance.now() - this.statusSentMs >= statusIntervalMs) this.statusIfChanged();
  }

  private sendPicture(): void {
    this.feed.tick({ session: this.session, number: this.sessionNumber, log: this.log, endS: this.endS });
  }

  private statusIfChanged(): void {
    const { counts } = this.session.status();
    this.rate.look(counts.lines, performance.now());
    const recording = this.recording.state();
    const rows = recording.name === 'on' ? recording.rows : 0;
    const key = [this.sessionNumber, counts.lines, this.bytes, this.rate.perSecond, rows].join(' ');
    if (key === this.statusKey) return;
    this.statusKey = key;
    this.postStatus();
  }

  private postStatus(): void {
    this.statusSentMs = performance.now();
    this.post({ type: 'status', status: this.status() });
  }

  private freeze(): void {
    const view = this.feed.freeze(this.endS);
    if (view) this.post({ type: 'frozen', view });
  }

  /** Labels that came one by one are a row now, which must not miss in the recording. */
  private finishRows(): void {
    if (this.startMs !== undefined) this.session.ended(this.connection.nowMs(), { lastLineIsWhole: false });
  }

  private newSession(unfinished?: Unfinished): StreamSession {
    const number = this.sessionNumber;
    const firstSegment = (number - 1) * segmentsPerSession;
    this.rate.reset();
    return new StreamSession(
      {
        line: (line) => {
          this.log.add(line);
          this.watch.line(line, this.axisS(line.arrivalMs));
        },
        row: (row) =>
          this.recording.add(firstSegment === 0 ? row : { ...row, segment: row.segment + firstSegment }),
        sample: (names, values, timeS) => {
          if (timeS > this.endS) this.endS = timeS;
          this.watch.sample(names, values, timeS);
        },
        notice: (what) => this.post({ type: 'notice', severity: 'warning', what }),
      },
      { format: this.format, limits: this.limits, ...(unfinished && { unfinished }) },
    );
  }

  private axisS(ms: number): number {
    return (ms - (this.startMs ?? ms)) / 1000;
  }
}
