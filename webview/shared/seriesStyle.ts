/** How the series of a chart are told apart: by colour, and always by dashes or marks too. */
import type { ChartTheme } from './chartTheme';

export type Mark = 'circle' | 'crossRot' | 'triangle' | 'rect' | 'rectRot' | 'star';

export interface SeriesStyle {
  readonly colour: string;
  /** Lengths of dashes and gaps in pixels; empty for a solid line. */
  readonly dash: readonly number[];
  readonly mark: Mark;
}

const dashes: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [9, 3, 2, 3], [12, 4], [4, 2, 1, 2]];
const marks: readonly Mark[] = ['circle', 'crossRot', 'triangle', 'rect', 'star', 'rectRot'];

/**
 * Style number `index`. Colours repeat after six; from then on dashes and marks are shifted, so that 36 styles differ.
 */
export function seriesStyle(index: number, theme: ChartTheme): SeriesStyle {
  const shift = Math.floor(index / theme.series.length);
  return {
    colour: theme.series[index % theme.series.length] ?? theme.foreground,
    dash: dashes[(index + shift) % dashes.length] ?? [],
    mark: marks[(index + shift) % marks.length] ?? 'circle',
  };
}
