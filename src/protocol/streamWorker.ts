/**
 * Between the host (or the terminal) and the worker that reads a board: it owns the source, the pipeline, the store and
 * the recorder, so that no byte passes the extension host's event loop. One worker reads one source at a time.
 */
import type { StoreLimits } from '../core/stream/columnStore';
import type { DrawnPoints } from '../core/stream/extremes';
import type { StreamFormat } from '../core/stream/format';
import type { RecordedTime } from '../core/stream/recording';
import type { Series } from '../core/stream/seriesTable';
import type { ConsoleLine, RecognisedFormat, Segment } from '../core/stream/sessionEvents';
import type { TriggerCondition } from '../core/stream/triggers';
import type { LineCounts, RejectedLineRecord } from '../core/stream/verdictLog';
import type { Timing } from '../core/stream/arrivalClock';
import type { Sentence } from '../../l10n/sentences';

/** What stays the same when a board comes back under another path. Ids are four lower-case hexadecimal digits. */
export interface PortIdentity {
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber?: string;
  /** Where on the USB bus it is plugged in: tells boards without a serial number apart. */
  readonly location?: string;
}

export interface SerialSettings {
  readonly baudRate: number;
  readonly dataBits: 5 | 6 | 7 | 8;
  readonly parity: 'none' | 'even' | 'odd' | 'mark' | 'space';
  readonly stopBits: 1 | 1.5 | 2;
  readonly hardwareFlowControl: boolean;
}

export interface ControlSignals {
  readonly dtr: boolean;
  readonly rts: boolean;
}

export type VirtualBoardName = 'model' | 'sine' | 'gestures' | 'noise' | 'faults';

/** Where bytes come from. */
export type SourceDescription =
  | {
      readonly kind: 'serial';
      readonly path: string;
      readonly settings: SerialSettings;
      /** Undefined: the port is known by its path alone. */
      readonly identity: PortIdentity | undefined;
      /** Set after opening, always explicitly. */
      readonly signals: ControlSignals;
    }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | {
      readonly kind: 'program';
      readonly command: string;
      readonly args: readonly string[];
      readonly cwd: string;
    }
  /** `path` is a recording (CSV or raw bytes); 0.1 to 100 times as fast as it was recorded. */
  | { readonly kind: 'replay'; readonly path: string; readonly speed: number }
  | {
      readonly kind: 'virtual';
      readonly board: VirtualBoardName;
      readonly seed: number;
      readonly linesPerSecond: number;
      /** What the board `model` prints in a loop: the x and y of the trained model on the device. */
      readonly samples?: readonly { readonly x: number; readonly y: number }[];
    };

export type ConnectionState =
  | { readonly name: 'closed' }
  | { readonly name: 'opening'; readonly label: string }
  | { readonly name: 'open'; readonly label: string }
  /** Lost or not there yet; tried again without a click. */
  | { readonly name: 'waiting'; readonly label: string; readonly why: Sentence; readonly attempt: number }
  /** The source came to its end: a replay, a program. */
  | { readonly name: 'ended'; readonly label: string; readonly why: Sentence }
  /** Not tried again: what must be done first is in `why`. */
  | { readonly name: 'failed'; readonly label: string; readonly why: Sentence };

export interface RecordingRequest {
  /** Absolute path of a folder that is there or can be made. */
  readonly folder: string;
  /** `walk` makes `walk.csv`, `walk.2.csv`, … and `walk.raw`. What is there already is never overwritten. */
  readonly baseName: string;
  readonly time: RecordedTime;
  readonly rawBytes: boolean;
}

export interface RecordingSummary {
  readonly files: readonly string[];
  readonly rows: number;
  readonly bytes: number;
}

export type RecordingState =
  | { readonly name: 'off' }
  | ({ readonly name: 'on' } & RecordingSummary)
  /** Ended by itself, for example because the disk is full; what was written is valid. */
  | ({ readonly name: 'broken'; readonly why: Sentence } & RecordingSummary);

export interface WatchedTrigger {
  readonly condition: TriggerCondition;
  /** All firings are marked. `freeze` stops the view (never the data) after so many further rows. */
  readonly freezeAfterRows?: number;
  readonly notify: boolean;
}

export interface FiredTrigger {
  readonly trigger: number;
  /** Seconds on the session's axis. */
  readonly timeS: number;
  readonly what: Sentence;
  readonly freezeAfterRows?: number;
  readonly notify: boolean;
}

/** Sent when something of it has changed, at most four times a second. */
export interface StreamStatus {
  readonly connection: ConnectionState;
  readonly format: StreamFormat;
  readonly recognised: RecognisedFormat;
  readonly series: readonly Series[];
  /** As `series`; NaN before there is one. */
  readonly lastValues: Float64Array;
  readonly timing: Timing | undefined;
  readonly counts: LineCounts;
  readonly segments: readonly Segment[];
  readonly storedRows: number;
  readonly droppedRows: number;
  /** Since the source was opened first. */
  readonly bytes: number;
  readonly linesPerSecond: number;
  /** Seconds on the session's axis of the newest row. */
  readonly endS: number;
  readonly recording: RecordingState;
  /** Counts up when the session is cleared: everything shown before is gone. */
  readonly session: number;
}

/** What the page shows. `columns` are the pixel columns of the plot, 1 to 4000. */
export type PlotView =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'follow'; readonly windowS: number; readonly columns: number }
  | { readonly kind: 'followRows'; readonly rows: number; readonly columns: number }
  /** Paused, or moved by hand. */
  | { readonly kind: 'fixed'; readonly fromS: number; readonly toS: number; readonly columns: number };

export interface SeriesPoints extends DrawnPoints {
  readonly name: string;
}

export interface ConsolePart {
  /** Number of the first of `lines`, counted from 0 since the session began: a gap to the lines before means that some were left out. */
  readonly firstLine: number;
  readonly lines: readonly ConsoleLine[];
  /** The unfinished line, such as a prompt. */
  readonly pending: string;
}

/** One picture: what the view needs, ready to draw. At most one every 33 ms, and at most two that are not yet shown. */
export interface PlotFrame {
  readonly number: number;
  readonly session: number;
  readonly fromS: number;
  readonly toS: number;
  /** Of every series that is not hidden. Undefined when nothing of the picture has changed. */
  readonly points: readonly SeriesPoints[] | undefined;
  /** Undefined when nothing was printed, and where lines were sent less than a tenth of a second ago: nobody reads faster. */
  readonly console: ConsolePart | undefined;
}

export interface SeriesStatistics {
  readonly name: string;
  /** Finite values; empty fields, NaN and infinities count as gaps. */
  readonly count: number;
  readonly gaps: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly mean: number;
  readonly standardDeviation: number;
}

export interface TimeSpan {
  readonly fromS: number;
  readonly toS: number;
}

/** What a page may ask; the same questions reach the worker. */
interface Queries {
  readonly statistics: { readonly params: TimeSpan; readonly result: readonly SeriesStatistics[] };
  /** The latest row of every series at or before a time; `timeS` is NaN where there is none. */
  readonly valuesAt: {
    readonly params: { readonly timeS: number };
    readonly result: readonly { readonly name: string; readonly timeS: number; readonly value: number }[];
  };
  /**
   * X–Y mode: values of two series of the same rows (or of a series that brings its x, with `x: ''`), thinned evenly to
   * `limit` pairs. Empty when they do not come in the same lines.
   */
  readonly pairs: {
    readonly params: TimeSpan & { readonly x: string; readonly y: string; readonly limit: number };
    readonly result: { readonly xs: Float64Array; readonly ys: Float64Array };
  };
  /** Of the last 10,000 lines, for scrolling and search. */
  readonly consoleLines: {
    readonly params: { readonly firstLine: number; readonly count: number };
    readonly result: ConsolePart;
  };
  /** The last 65,536 bytes as they came, for the hex view; `offset` is that of the first, since the session began. */
  readonly rawBytes: {
    readonly params: undefined;
    readonly result: { readonly offset: number; readonly bytes: Uint8Array };
  };
  /** The last 50 lines that were not plotted, with the reason. */
  readonly rejects: {
    readonly params: undefined;
    readonly result: readonly RejectedLineRecord[];
  };
  /** Rows of a time span as the text of a CSV file, in pieces; one file per set of columns. */
  readonly csv: {
    readonly params: TimeSpan;
    readonly result: readonly { readonly header: string; readonly text: string }[];
  };
}

/** A mapped type, since only those count as records. */
export type StreamQueries = Pick<Queries, keyof Queries>;

export interface StreamClientSide {
  readonly event:
    | { readonly type: 'view'; readonly view: PlotView }
    /** A page lives that has nothing yet: the next frame is a whole one. */
    | { readonly type: 'wholeFrame' }
    /** The page has drawn the frame of this number. */
    | { readonly type: 'shown'; readonly frame: number }
    | { readonly type: 'setFormat'; readonly format: StreamFormat }
    /** Rows beyond these are dropped, the oldest first. */
    | { readonly type: 'setLimits'; readonly limits: StoreLimits }
    | { readonly type: 'skip'; readonly what: 'byte' | 'value' }
    | { readonly type: 'clear' }
    | { readonly type: 'setReplaySpeed'; readonly speed: number };
  readonly requests: StreamQueries & {
    /** Begins to connect, and goes on until `close`: resolves at once; how it goes is in the status. */
    readonly open: { readonly params: SourceDescription; readonly result: undefined };
    /** Resolves when the port is free for others. */
    readonly close: { readonly params: undefined; readonly result: undefined };
    /** Rejects with a Problem when the source is not open or takes no bytes. */
    readonly write: { readonly params: Uint8Array; readonly result: undefined };
    readonly setSignals: { readonly params: ControlSignals; readonly result: undefined };
    /** Rejects with a Problem when a pattern is not usable. */
    readonly setTriggers: { readonly params: readonly WatchedTrigger[]; readonly result: undefined };
    /** Rejects with a Problem when the first file cannot be made. */
    readonly startRecording: { readonly params: RecordingRequest; readonly result: undefined };
    /** Frees the source and finishes the recording: the worker is of no more use. */
    readonly dispose: { readonly params: undefined; readonly result: undefined };
    readonly stopRecording: { readonly params: undefined; readonly result: RecordingSummary };
  };
}

export interface StreamWorkerSide {
  readonly event:
    | { readonly type: 'status'; readonly status: StreamStatus }
    | { readonly type: 'frame'; readonly frame: PlotFrame }
    | { readonly type: 'notice'; readonly severity: 'information' | 'warning'; readonly what: Sentence }
    | { readonly type: 'fired'; readonly fired: FiredTrigger }
    /** A trigger has stopped the view; the stream goes on. */
    | { readonly type: 'frozen'; readonly view: PlotView };
  readonly requests: Readonly<Record<string, never>>;
}
