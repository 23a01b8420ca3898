/** Answers about the rows of a session. */
import { isGap } from '../core/stream/columnStore';
import { axisMilliseconds, headerText, rowText } from '../core/stream/recording';
import type { Series } from '../core/stream/seriesTable';
import type { StreamSession } from '../core/stream/session';
import type { SeriesStatistics, StreamQueries, TimeSpan } from '../protocol/streamWorker';

/** Lines of a CSV text that are joined at once. */
const rowsAtOnce = 4096;

export function statistics(session: StreamSession, span: TimeSpan): readonly SeriesStatistics[] {
  return session.table.all().map((series) => seriesStatistics(session, series, span));
}

/** Running mean and sum of squares (Welford, 1962): large offsets do not eat the variance. */
function seriesStatistics(
  session: StreamSession,
  { name, group, column }: Series,
  span: TimeSpan,
): SeriesStatistics {
  let [count, gaps, mean, squares] = [0, 0, 0, 0];
  let [minimum, maximum] = [Number.NaN, Number.NaN];
  const [from, to] = rowsIn(session, group, span);
  session.store.visit(group, column, from, to, ({ start, stop, values }) => {
    for (let row = start; row < stop; row++) {
      const value = values[row] ?? Number.NaN;
      if (!Number.isFinite(value)) {
        gaps++;
        continue;
      }
      count++;
      const off = value - mean;
      mean += off / count;
      squares += off * (value - mean);
      if (!(minimum <= value)) minimum = value;
      if (!(maximum >= value)) maximum = value;
    }
  });
  const isMeasured = count > 0;
  return {
    name,
    count,
    gaps,
    minimum,
    maximum,
    mean: isMeasured ? mean : Number.NaN,
    standardDeviation: isMeasured ? Math.sqrt(squares / count) : Number.NaN,
  };
}

export function valuesAt(session: StreamSession, timeS: number): StreamQueries['valuesAt']['result'] {
  return session.table.all().map(({ name, group, column }) => {
    const { firstRow, endRow } = session.store.range(group);
    const next = session.store.rowAt(group, timeS);
    const row = next < endRow && session.store.timeAt(group, next) === timeS ? next : next - 1;
    if (row < firstRow) return { name, timeS: Number.NaN, value: Number.NaN };
    const { times, columns } = session.store.window(group, row, row + 1);
    return { name, timeS: times[0] ?? Number.NaN, value: columns[column]?.[0] ?? Number.NaN };
  });
}

export function pairs(
  session: StreamSession,
  { x, y, fromS, toS, limit }: StreamQueries['pairs']['params'],
): StreamQueries['pairs']['result'] {
  const ySeries = session.table.get(y);
  const xSeries = session.table.get(x);
  const xColumn = x === '' ? ySeries?.xColumn : xSeries?.column;
  const isOneGroup = x === '' || xSeries?.group === ySeries?.group;
  if (!ySeries || xColumn === undefined || !isOneGroup) {
    return { xs: new Float64Array(0), ys: new Float64Array(0) };
  }
  const [from, to] = rowsIn(session, ySeries.group, { fromS, toS });
  const { columns } = session.store.window(ySeries.group, from, to);
  const [xs, ys] = [columns[xColumn], columns[ySeries.column]];
  if (!xs || !ys) return { xs: new Float64Array(0), ys: new Float64Array(0) };
  const step = Math.max(1, Math.ceil(xs.length / Math.max(1, limit)));
  const isKept = (_: number, index: number): boolean => index % step === 0;
  return { xs: xs.filter(isKept), ys: ys.filter(isKept) };
}

export function csv(session: StreamSession, span: TimeSpan): StreamQueries['csv']['result'] {
  const groups = new Map<number, Series[]>();
  for (const series of session.table.all()) {
    groups.set(series.group, [...(groups.get(series.group) ?? []), series]);
  }
  return [...groups].flatMap(([group, series]) => {
    const [from, to] = rowsIn(session, group, span);
    const header = headerText(series.map(({ name }) => name));
    const pieces: string[] = [];
    for (let at = from; at < to; at += rowsAtOnce) {
      const { times, columns } = session.store.window(group, at, Math.min(to, at + rowsAtOnce));
      const lines = Array.from(times, (timeS, row) =>
        rowText(
          axisMilliseconds(timeS),
          series.map(({ column }) => {
            const values = columns[column];
            return values && !isGap(values, row) ? (values[row] ?? null) : null;
          }),
        ),
      );
      pieces.push(lines.join('\n'));
    }
    return pieces.length === 0 ? [] : [{ header, text: `${header}\n${pieces.join('\n')}\n` }];
  });
}

/** Rows with fromS <= time <= toS. */
function rowsIn(session: StreamSession, group: number, { fromS, toS }: TimeSpan): readonly [number, number] {
  const { firstRow, endRow } = session.store.range(group);
  let to = session.store.rowAt(group, toS);
  while (to < endRow && session.store.timeAt(group, to) === toS) to++;
  return [Math.max(firstRow, session.store.rowAt(group, fromS)), to];
}
