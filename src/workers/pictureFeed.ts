/**
 * Sends pictures of a session to a page that may be slow or away: at most one every 33 ms (who calls `tick` sees to that),
 * at most two that are not yet drawn, and none where nothing has changed.
 */
import type { StreamSession } from '../core/stream/session';
import type { ConsolePart, PlotFrame, PlotView } from '../protocol/streamWorker';
import type { ConsoleLog } from './consoleLog';
import { viewPoints, viewSpan } from './streamPicture';

export const frameIntervalMs = 33;
const consoleIntervalMs = 100;
const mostUnshown = 2;
/** How much time a frozen view shows that counted rows before. */
const frozenRowsS = 10;
/** What nobody could read in a tenth of a second stays in the log. */
const consoleLimits = { lines: 200, characters: 65_536 };

type FixedView = Extract<PlotView, { readonly kind: 'fixed' }>;
type FollowingView = Extract<PlotView, { readonly kind: 'follow' | 'followRows' }>;

/** What the feed looks at; it changes with every `clear`. */
export interface Pictured {
  readonly session: StreamSession;
  readonly number: number;
  readonly log: ConsoleLog;
  readonly endS: number;
}

export class PictureFeed {
  private view: PlotView = { kind: 'hidden' };
  /** What the page follows, or followed before it was hidden; undefined where it stands still. */
  private followed: FollowingView | undefined;
  private nextFrame = 1;
  private shownFrame = 0;
  private lastPicture = '';
  private lastConsole = '';
  private sentLine = 0;
  private sentSession = 0;
  private consoleSentMs = Number.NEGATIVE_INFINITY;
  /** The page was too slow for the last picture. */
  isHeldBack = false;

  constructor(
    private readonly post: (frame: PlotFrame) => void,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  setView(view: PlotView): void {
    this.view = view;
    if (view.kind !== 'hidden') this.followed = view.kind === 'fixed' ? undefined : view;
    // A page that was hidden may have been thrown away with frames that it never drew.
    if (view.kind === 'hidden') this.shownFrame = this.nextFrame - 1;
  }

  /**
   * Stops a view that follows, also one that nobody sees now: it is what a person comes back to.
   * @returns what is shown from now on; undefined when it stood still already
   */
  freeze(endS: number): FixedView | undefined {
    const { followed } = this;
    if (!followed) return undefined;
    this.followed = undefined;
    const windowS = followed.kind === 'follow' ? followed.windowS : Math.min(frozenRowsS, endS);
    const frozen: FixedView = { kind: 'fixed', fromS: endS - windowS, toS: endS, columns: followed.columns };
    if (this.view.kind !== 'hidden') this.view = frozen;
    return frozen;
  }

  shown(frame: number): void {
    this.shownFrame = Math.max(this.shownFrame, Math.min(frame, this.nextFrame - 1));
  }

  /** A page begins anew: it has drawn nothing and has no lines. */
  beginWhole(): void {
    this.shownFrame = this.nextFrame - 1;
    this.lastPicture = '';
    this.lastConsole = '';
    this.consoleSentMs = Number.NEGATIVE_INFINITY;
    this.sentLine = 0;
  }

  tick({ session, number, log, endS }: Pictured): void {
    this.isHeldBack = this.nextFrame - 1 - this.shownFrame >= mostUnshown;
    if (this.isHeldBack) return;
    const span = viewSpan(this.view, session, endS);
    if (!span) return;
    if (number !== this.sentSession) {
      this.sentSession = number;
      this.sentLine = 0;
    }
    const picture = pictureKey(session, number, this.view, span);
    const points = picture === this.lastPicture ? undefined : viewPoints(session, this.view, span);
    const console = this.consolePart(session, number, log);
    if (!points && !console) return;
    this.lastPicture = picture;
    this.post({ number: this.nextFrame++, session: number, ...span, points, console });
  }

  private consolePart(session: StreamSession, number: number, log: ConsoleLog): ConsolePart | undefined {
    const pending = session.pendingText();
    const console = `${String(number)} ${String(log.endLine)} ${pending}`;
    if (console === this.lastConsole) return undefined;
    const now = this.nowMs();
    if (now - this.consoleSentMs < consoleIntervalMs) return undefined;
    this.lastConsole = console;
    this.consoleSentMs = now;
    const part = log.newest(this.sentLine, consoleLimits);
    this.sentLine = log.endLine;
    return { ...part, pending };
  }
}

/** Changes whenever the picture may have. */
function pictureKey(
  session: StreamSession,
  number: number,
  view: PlotView,
  span: { readonly fromS: number; readonly toS: number },
): string {
  const { series, segments } = session.status();
  const rows = series.map(({ name, group, hidden }) => {
    const { firstRow, endRow } = session.store.range(group);
    return `${name}:${String(firstRow)}-${String(endRow)}${hidden ? 'h' : ''}`;
  });
  const columns = view.kind === 'hidden' ? 0 : view.columns;
  return [number, columns, span.fromS, span.toS, segments.length, ...rows].join(' ');
}
