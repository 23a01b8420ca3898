/**
 * Between the host and the page of the serial monitor. The page is a view and may vanish at any time: it says `ready`, the
 * host answers with `state` (everything but the picture), then sends `frame`s for the view that the page asked for. All
 * rows live in the worker; a frame holds at most three points per pixel column and series, so the page never thins out.
 *
 * Pausing, zooming and panning are views: the page sends `view`, and the next frame is that picture. The page answers each
 * frame with `shown` once it is drawn; while two are unanswered no further one comes.
 */
import type { StreamFormat } from '../core/stream/format';
import type {
  ControlSignals,
  FiredTrigger,
  PlotFrame,
  PlotView,
  SourceDescription,
  StreamQueries,
  StreamStatus,
  TimeSpan,
  WatchedTrigger,
} from './streamWorker';
import type { Sentence } from '../../l10n/sentences';

export interface MonitorNotice {
  readonly severity: 'information' | 'warning';
  readonly what: Sentence;
}

export interface MonitorState {
  readonly status: StreamStatus;
  /** Undefined until something was opened in this window. */
  readonly source: SourceDescription | undefined;
  /** The last ones, the oldest first. */
  readonly notices: readonly MonitorNotice[];
  readonly fired: readonly FiredTrigger[];
  readonly triggers: readonly WatchedTrigger[];
  /** Where the view stands still: it was paused or moved on a page that is gone, or a trigger stopped it. */
  readonly still: TimeSpan | undefined;
  /** Sent texts, the oldest first. */
  readonly history: readonly string[];
  readonly baudRates: readonly number[];
  /** False in an editor tab: `openInEditor` is offered where it is true. */
  readonly isPanelView: boolean;
}

export type LineEnding = 'none' | 'lf' | 'cr' | 'crlf';

export interface MonitorHostSide {
  readonly event:
    | { readonly type: 'state'; readonly state: MonitorState }
    /** At most four times a second. */
    | {
        readonly type: 'status';
        readonly status: StreamStatus;
        readonly source: SourceDescription | undefined;
      }
    | { readonly type: 'frame'; readonly frame: PlotFrame }
    | { readonly type: 'notice'; readonly notice: MonitorNotice }
    | { readonly type: 'fired'; readonly fired: FiredTrigger }
    /** A trigger has stopped the view; the stream goes on. */
    | { readonly type: 'frozen'; readonly view: PlotView }
    /** Another page of this window shows the monitor now: no frames come here until `takeOver`. */
    | { readonly type: 'elsewhere' };
  readonly requests: Readonly<Record<string, never>>;
}

export interface MonitorPageSide {
  readonly event:
    | { readonly type: 'ready' }
    | { readonly type: 'view'; readonly view: PlotView }
    /** The frame of this number is drawn. */
    | { readonly type: 'shown'; readonly frame: number }
    /** The host shows its list of ports. */
    | { readonly type: 'choosePort' }
    /** Connects again to what was open last. */
    | { readonly type: 'reopen' }
    | { readonly type: 'close' }
    | { readonly type: 'setBaudRate'; readonly baudRate: number }
    | { readonly type: 'setSignals'; readonly signals: ControlSignals }
    /** With `escapes`, `\n`, `\t`, `\x1b` and `\\` in the text mean what they mean in C. */
    | {
        readonly type: 'send';
        readonly text: string;
        readonly lineEnding: LineEnding;
        readonly escapes: boolean;
      }
    | { readonly type: 'setFormat'; readonly format: StreamFormat }
    | { readonly type: 'skip'; readonly what: 'byte' | 'value' }
    | { readonly type: 'clear' }
    | { readonly type: 'setReplaySpeed'; readonly speed: number }
    | { readonly type: 'startRecording' }
    | { readonly type: 'stopRecording' }
    | { readonly type: 'setTriggers'; readonly triggers: readonly WatchedTrigger[] }
    /** Go to the statement that prints a series, or a line of the console. */
    | { readonly type: 'revealSeries'; readonly name: string }
    | { readonly type: 'revealLine'; readonly text: string }
    | { readonly type: 'savePng'; readonly bytes: Uint8Array }
    | ({ readonly type: 'saveCsv' } & TimeSpan)
    | { readonly type: 'copy'; readonly text: string }
    | { readonly type: 'openInEditor' }
    /** The board that needs no hardware. */
    | { readonly type: 'tryVirtualBoard' }
    /** Show the monitor in this page instead of the one that has it. */
    | { readonly type: 'takeOver' };
  readonly requests: StreamQueries;
}
