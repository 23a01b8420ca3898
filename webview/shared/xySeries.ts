/** One series of a chart: two columns of numbers and how they are drawn. */
/** An array or typed array of numbers. */
export type Column = ArrayLike<number> & Iterable<number>;

export interface XySeries {
  readonly name: string;
  readonly draw: 'line' | 'points';
  /** `#rrggbb` where a person chose one; else the theme's, by the series' place. */
  readonly colour?: string;
  /** What the chart is about: a heavy line without gaps, which holds its own over a cloud of points. */
  readonly isMain?: boolean;
  readonly x: Column;
  /** NaN leaves a gap. */
  readonly y: Column;
}
