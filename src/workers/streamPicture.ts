/** What a view of a session shows: its time span, and the points to draw. */
import { drawnPoints } from '../core/stream/extremes';
import type { StreamSession } from '../core/stream/session';
import type { PlotView, SeriesPoints, TimeSpan } from '../protocol/streamWorker';

const mostColumns = 4000;

/** Undefined when nothing is to be shown. A following view moves by whole pixels, so that its picture does not flicker. */
export function viewSpan(view: PlotView, session: StreamSession, endS: number): TimeSpan | undefined {
  switch (view.kind) {
    case 'hidden':
      return undefined;
    case 'fixed':
      return { fromS: view.fromS, toS: Math.max(view.toS, view.fromS) };
    case 'follow': {
      const pixelS = view.windowS / columnsOf(view.columns);
      const toS = pixelS > 0 ? Math.ceil(endS / pixelS) * pixelS : endS;
      return { fromS: toS - view.windowS, toS };
    }
    case 'followRows':
      return { fromS: timeOfLastRows(session, view.rows, endS), toS: endS };
  }
}

export function viewPoints(session: StreamSession, view: PlotView, span: TimeSpan): readonly SeriesPoints[] {
  if (view.kind === 'hidden') return [];
  const breaksS = session.status().segments.map(({ startS }) => startS);
  return session.table
    .all()
    .filter(({ hidden }) => !hidden)
    .map(({ name, group, column }) => ({
      name,
      ...drawnPoints(session.store, group, column, span.fromS, span.toS, columnsOf(view.columns), breaksS),
    }));
}

/** Of the group that has most rows. */
function timeOfLastRows(session: StreamSession, rows: number, endS: number): number {
  let fromS = endS;
  let most = 0;
  for (const group of new Set(session.table.all().map((series) => series.group))) {
    const { firstRow, endRow } = session.store.range(group);
    if (endRow - firstRow <= most) continue;
    most = endRow - firstRow;
    fromS = session.store.timeAt(group, Math.max(firstRow, endRow - Math.max(1, Math.trunc(rows))));
  }
  return Number.isFinite(fromS) ? fromS : endS;
}

function columnsOf(columns: number): number {
  return Math.min(mostColumns, Math.max(1, Math.trunc(columns)));
}
