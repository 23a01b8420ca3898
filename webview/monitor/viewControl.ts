/**
 * Which stretch of time the plot shows: the newest, or one that stands still. The page only asks; the worker draws what
 * is asked for, so that pausing never stops the data.
 */
import type { PlotView, TimeSpan } from '../../src/protocol/streamWorker';
import { moved, zoomed, type Range } from '../shared/zoomRange';

export type WindowChoice =
  { readonly kind: 'seconds'; readonly seconds: number } | { readonly kind: 'rows'; readonly rows: number };

export const windowChoices: readonly WindowChoice[] = [
  { kind: 'seconds', seconds: 2 },
  { kind: 'seconds', seconds: 10 },
  { kind: 'seconds', seconds: 30 },
  { kind: 'seconds', seconds: 60 },
  { kind: 'seconds', seconds: 300 },
  { kind: 'seconds', seconds: 3600 },
  { kind: 'rows', rows: 200 },
  { kind: 'rows', rows: 1000 },
  { kind: 'rows', rows: 10_000 },
];

export const defaultWindow: WindowChoice = { kind: 'seconds', seconds: 10 };

/** `s10` and `r1000`: as the drop-down and the page's memory have it. */
export function windowKey(choice: WindowChoice): string {
  return choice.kind === 'seconds' ? `s${choice.seconds}` : `r${choice.rows}`;
}

export function windowOf(key: unknown): WindowChoice {
  return windowChoices.find((choice) => windowKey(choice) === key) ?? defaultWindow;
}

export class ViewControl {
  private fixed: Range | undefined;
  private columns = 800;
  private sent = '';

  constructor(
    private choice: WindowChoice,
    private readonly send: (view: PlotView) => void,
  ) {}

  get window(): WindowChoice {
    return this.choice;
  }

  get isFollowing(): boolean {
    return this.fixed === undefined;
  }

  /**
   * What the plot spans. A view that stands still is where it was asked to be, also while its picture is on the way: a pan
   * goes on from there. While the stream is younger than the window, it grows from the left instead of from the right.
   */
  rangeOf({ fromS, toS }: TimeSpan): Range {
    if (this.fixed) return this.fixed;
    const spanS = Math.max(toS - fromS, 1e-9);
    return fromS < 0 ? { min: 0, max: spanS } : { min: fromS, max: fromS + spanS };
  }

  get view(): PlotView {
    const { columns, choice } = this;
    if (this.fixed) return { kind: 'fixed', fromS: this.fixed.min, toS: this.fixed.max, columns };
    return choice.kind === 'seconds'
      ? { kind: 'follow', windowS: choice.seconds, columns }
      : { kind: 'followRows', rows: choice.rows, columns };
  }

  setColumns(columns: number): void {
    this.columns = Math.min(4000, Math.max(1, Math.round(columns)));
    this.tell();
  }

  setWindow(choice: WindowChoice): void {
    this.choice = choice;
    this.fixed = undefined;
    this.tell();
  }

  follow(): void {
    this.fixed = undefined;
    this.tell();
  }

  /** Stands still on what is shown now. */
  freeze(shown: Range): void {
    this.fixed = shown;
    this.tell();
  }

  /** @param factor below 1 shows less. @param endS the newest moment there is */
  zoom(shown: Range, factor: number, centre: number, endS: number): void {
    const full = wholeOf(shown, endS);
    this.fixed = zoomed(shown, full, centre, factor) ?? full;
    this.tell();
  }

  /** By a share of the width shown. */
  pan(shown: Range, share: number, endS: number): void {
    this.fixed = moved(shown, wholeOf(shown, endS), share);
    this.tell();
  }

  /** The page begins anew: where it stood still before, if it did. */
  begin(still: Range | undefined): void {
    this.fixed = still;
    this.sent = '';
    this.tell();
  }

  private tell(): void {
    const key = JSON.stringify(this.view);
    if (key === this.sent) return;
    this.sent = key;
    this.send(this.view);
  }
}

/** Everything from the session's start to its newest moment, and what is shown. */
function wholeOf(shown: Range, endS: number): Range {
  return { min: Math.min(0, shown.min), max: Math.max(endS, shown.max) };
}
