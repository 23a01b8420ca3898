/**
 * Bytes of one board to stored columns: splits, parses, admits, gives times, stores, and accounts for every line.
 *
 * Nothing here reads a clock: each push carries the milliseconds at which it arrived.
 */
import { sentence, type Sentence } from '../../../l10n/sentences';
import type { Timing } from './arrivalClock';
import { BinaryReader } from './binaryReader';
import { ColumnStore, DEFAULT_LIMITS } from './columnStore';
import { AUTO, isBinaryFormat, type StreamFormat } from './format';
import { GarbageMeter } from './garbageMeter';
import { LineSplitter, MAX_LINE_BYTES } from './lineSplitter';
import { parseLine } from './parseLine';
import type { RowPlannerSink } from './plannedLine';
import { LONGEST_RECORDED_LINE, RecordedLines, type RecordedRow } from './recordedLines';
import { RecordedRows } from './recordedRows';
import { RowPlanner } from './rowPlanner';
import { RowWriter } from './rowWriter';
import { MAX_NAMES, MAX_SERIES, SeriesTable, type Series } from './seriesTable';
import type { RecognisedFormat, Segment, SessionSink } from './sessionEvents';
import type { OpenedStream, SessionOptions, Unfinished } from './sessionOptions';
import { VerdictLog, type LineCounts, type RejectedLineRecord } from './verdictLog';
import { listData, type LineVerdict } from './verdict';

/** Older segments are forgotten; their rows stay. */
const KEPT_SEGMENTS = 1000;

export interface SessionStatus {
  readonly format: StreamFormat;
  /** What the latest line with values was recognised as. */
  readonly recognised: RecognisedFormat;
  readonly counts: LineCounts;
  readonly rejects: readonly RejectedLineRecord[];
  readonly timing: Timing | undefined;
  readonly series: readonly Series[];
  readonly segments: readonly Segment[];
  readonly droppedRows: number;
}

/** To begin anew (a cleared plot) is to make another one. */
export class StreamSession {
  readonly store: ColumnStore;
  readonly table: SeriesTable;
  private readonly log = new VerdictLog();
  private readonly garbage = new GarbageMeter();
  private readonly writer: RowWriter;
  private planner: RowPlanner;
  private splitter: LineSplitter;
  private recorded: RecordedLines | undefined;
  private readonly recordedRows: RecordedRows;
  private binary: BinaryReader | undefined;
  private format: StreamFormat;
  private recognised: RecognisedFormat = 'none';
  private readonly said = new Set<string>();
  private readonly segments: Segment[] = [];
  private segmentCount = 0;
  private startMs: number | undefined;
  private nowMs = 0;

  constructor(
    private readonly sink: SessionSink = {},
    options: SessionOptions = {},
  ) {
    this.store = new ColumnStore(options.limits ?? DEFAULT_LIMITS);
    this.table = new SeriesTable(this.store);
    this.writer = new RowWriter(this.table, {
      row: (row) => this.sink.row?.({ ...row, segment: Math.max(0, this.segmentCount - 1) }),
      sample: (names, values, timeS) => this.sink.sample?.(names, values, timeS),
      restarted: (timeS) => {
        this.startSegment(sentence('stream.segmentReset'), timeS);
      },
      capped: () => {
        this.noticeCap();
      },
    });
    this.format = options.format ?? AUTO;
    const { unfinished } = options;
    this.planner = this.newPlanner(unfinished?.columns);
    this.recorded = unfinished?.recorded;
    this.recordedRows = new RecordedRows(this.table, this.writer, (arrivalMs) =>
      this.columnsChanged(arrivalMs),
    );
    this.splitter = this.newSplitter(unfinished?.startsMidLine ?? false);
    this.binary = this.newBinary();
    if (unfinished) (this.binary ?? this.splitter).push(unfinished.bytes);
  }

  get unfinished(): Unfinished {
    const kept = { columns: this.planner.columns, recorded: this.recorded };
    return this.binary
      ? { bytes: this.binary.unfinished, startsMidLine: false, ...kept }
      : { ...this.splitter.unfinished, ...kept };
  }

  /** A connection was made, or made again: what is left of the old one's last line is gone. */
  opened(nowMs: number, { startsMidLine, isCsvFile }: OpenedStream): void {
    this.arrive(nowMs);
    this.recorded = isCsvFile && new RecordedLines();
    this.splitter = this.newSplitter(startsMidLine);
    this.binary = this.newBinary();
    this.planner.interrupt();
    this.startSegment(sentence('stream.segmentConnected'), this.axisS(nowMs));
  }

  push(chunk: Uint8Array, arrivalMs: number): void {
    this.arrive(arrivalMs);
    if (this.segmentCount === 0)
      this.startSegment(sentence('stream.segmentConnected'), this.axisS(arrivalMs));
    if (this.binary) this.binary.push(chunk);
    else this.splitter.push(chunk);
    this.writer.flush();
    if (this.store.droppedRows > 0) {
      this.notice('dropped', sentence('stream.noticeDropped'));
    }
  }

  /** To be called some times a second also when nothing arrives: frames close 50 ms after they began. */
  tick(nowMs: number): void {
    this.arrive(nowMs);
    this.writer.tick(nowMs);
  }

  /** The connection ended: an unfinished last line is a line where the source says so (a file, a program). */
  ended(nowMs: number, options: { readonly lastLineIsWhole: boolean }): void {
    this.arrive(nowMs);
    if (options.lastLineIsWhole) this.splitter.end();
    this.binary?.end();
    this.writer.flush();
    this.writer.closeFrame();
  }

  setFormat(format: StreamFormat): void {
    this.writer.flush();
    // Where samples came as bytes, a line is under way whose beginning nobody knows.
    if (this.binary && !isBinaryFormat(format)) this.splitter.reset({ startsMidLine: true });
    this.format = format;
    this.planner = this.newPlanner(this.planner.columns);
    this.binary = this.newBinary();
    this.recognised = 'none';
    this.startSegment(sentence('stream.segmentColumns'), this.axisS(this.nowMs));
  }

  /** Binary streams without framing can be off by some bytes. */
  skip(what: 'byte' | 'value'): void {
    this.binary?.skip(what);
  }

  /** The unfinished line, such as a prompt. */
  pendingText(): string {
    return this.binary ? '' : this.splitter.pendingText();
  }

  status(): SessionStatus {
    return {
      format: this.format,
      recognised: this.recognised,
      counts: this.log.counts(),
      rejects: this.log.rejects(),
      timing: this.writer.timing(),
      series: this.table.all(),
      segments: [...this.segments],
      droppedRows: this.store.droppedRows,
    };
  }

  private line(text: string): void {
    if (isBinaryFormat(this.format)) return;
    const recorded = this.recorded?.read(text);
    if (!recorded && text.length > MAX_LINE_BYTES) {
      this.tooLong(text.slice(0, MAX_LINE_BYTES));
      return;
    }
    const fate = this.account(text, recorded ?? parseLine(text, this.format));
    this.sink.line?.({ text: text.slice(0, MAX_LINE_BYTES), arrivalMs: this.nowMs, fate });
  }

  private tooLong(head: string): void {
    const reason = sentence('stream.lineTooLong', { bytes: MAX_LINE_BYTES });
    this.log.rejectTooLong(head, reason, this.nowMs);
    if (this.garbage.look(head)) this.notice('baud', sentence('stream.noticeBaud'));
    this.notice('tooLong', sentence('stream.noticeLineTooLong', { bytes: MAX_LINE_BYTES }));
    this.sink.line?.({ text: head, arrivalMs: this.nowMs, fate: 'reject' });
  }

  private account(text: string, verdict: LineVerdict | RecordedRow): LineVerdict['kind'] {
    if (verdict.kind === 'text' || verdict.kind === 'reject') {
      if (this.garbage.look(text)) this.notice('baud', sentence('stream.noticeBaud'));
    } else {
      this.garbage.understood(text.length);
    }
    const line = { text, arrivalMs: this.nowMs, lineNumber: this.log.lineNumber + 1 };
    const outcome =
      verdict.kind === 'recorded'
        ? this.recordedRows.plan(verdict, this.nowMs)
        : this.planner.plan(verdict, line);
    switch (outcome.kind) {
      case 'plotted':
        this.log.count('plotted');
        if (verdict.kind === 'data') this.recognised = verdict.dialect;
        if (verdict.kind === 'recorded') this.recognised = 'csv';
        return 'data';
      case 'waiting':
      case 'text':
        this.log.count('text');
        return 'text';
      case 'header':
        this.log.count('headers');
        return 'header';
      case 'rejected':
        this.log.reject(text, outcome.reason, this.nowMs);
        return 'reject';
    }
  }

  private newPlanner(columns?: readonly string[]): RowPlanner {
    const sink: RowPlannerSink = {
      promoted: (lines) => {
        this.log.promote(lines);
      },
      demoted: (line, reason) => {
        this.log.demote({ ...line, reason });
      },
      columnsChanged: (arrivalMs) => {
        this.columnsChanged(arrivalMs);
      },
    };
    return new RowPlanner(this.table, this.writer, this.format.kind === 'auto', sink, columns);
  }

  private newSplitter(startsMidLine: boolean): LineSplitter {
    return new LineSplitter(
      {
        line: (text) => {
          this.line(text);
        },
        tooLong: (head) => {
          this.tooLong(head.slice(0, MAX_LINE_BYTES));
        },
      },
      { startsMidLine },
      this.recorded ? LONGEST_RECORDED_LINE : MAX_LINE_BYTES,
    );
  }

  private newBinary(): BinaryReader | undefined {
    if (!isBinaryFormat(this.format)) return undefined;
    return new BinaryReader(this.format, {
      sample: (values) => {
        this.account('', listData('binary', values));
      },
      reject: (reason) => {
        this.log.reject('', reason, this.nowMs);
      },
    });
  }

  private columnsChanged(arrivalMs: number): void {
    this.writer.flush();
    this.startSegment(sentence('stream.segmentColumns'), this.axisS(arrivalMs));
  }

  private startSegment(reason: Sentence, startS: number): void {
    this.writer.segmentStarts();
    const segment: Segment = { index: this.segmentCount++, startS, reason };
    this.segments.push(segment);
    if (this.segments.length > KEPT_SEGMENTS) this.segments.shift();
    this.sink.segment?.(segment);
  }

  private noticeCap(): void {
    if (this.table.namesStopped) {
      this.notice('names', sentence('stream.noticeNamesStopped', { limit: MAX_NAMES }));
    } else {
      this.notice('series', sentence('stream.noticeSeriesCapped', { limit: MAX_SERIES }));
    }
  }

  private notice(cause: string, notice: Sentence): void {
    if (this.said.has(cause)) return;
    this.said.add(cause);
    this.sink.notice?.(notice);
  }

  private arrive(nowMs: number): void {
    this.startMs ??= nowMs;
    this.writer.startMs = this.startMs;
    this.nowMs = Math.max(this.nowMs, nowMs);
  }

  private axisS(ms: number): number {
    return (ms - (this.startMs ?? ms)) / 1000;
  }
}
