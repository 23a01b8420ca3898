/** What is drawn of a series: as a line or as points, and no more of them than can be seen. */
import { decimateLine, decimatePoints, type Point, type View } from './decimate';
import type { XySeries } from './xySeries';

/** A line of more points than this is no line to the eye; only unsorted x can lead to it. */
const mostPointsOfALine = 40_000;

/** A logarithm of what is not above zero there is none: chart.js would begin the axis a decade below the largest value. */
export function aboveZero(points: readonly Point[]): Point[] {
  return points.map((point) => (point.y > 0 ? point : { x: point.x, y: NaN }));
}

/** `rows`: pixels of the chart's height. */
export function visiblePoints(
  series: XySeries,
  hidden: boolean,
  view: View,
  rows: number,
): { readonly data: Point[]; readonly isLine: boolean } {
  if (hidden) return { data: [], isLine: series.draw === 'line' };
  if (series.draw === 'line') {
    const data = decimateLine(series.x, series.y, view);
    if (data.length <= mostPointsOfALine) return { data, isLine: true };
  }
  return { data: decimatePoints(series.x, series.y, { ...view, rows }), isLine: false };
}
