/** What a line was taken for. Every line gets exactly one verdict. */
import type { Sentence } from '../../../l10n/sentences';

/** One value of a row; null is an empty field, which keeps its column. NaN and infinities are values. */
export type Cell = number | null;

/** Which way of writing numbers a line was recognised as. */
export type DialectName =
  | 'badlogic'
  | 'teleplot'
  | 'dollar'
  | 'json'
  | 'list'
  | 'results'
  | 'pairs'
  | 'labelledList'
  | 'csv'
  | 'predictions'
  | 'arduino'
  | 'binary';

/** Columns known by their place. */
export interface ListSample {
  readonly shape: 'list';
  readonly values: readonly Cell[];
}

/** Columns known by name; `units[i]` belongs to `names[i]`, '' where the line names none. */
export interface NamedSample {
  readonly shape: 'named';
  readonly names: readonly string[];
  readonly values: readonly Cell[];
  readonly units?: readonly string[];
}

/** `t` text value, `xy` values against x, `np` do not plot, `clr` clear first, `g` group. */
export type TeleplotFlag = 't' | 'xy' | 'np' | 'clr' | 'g';

/** One or more points of one series, as Teleplot sends them. Arrays have one entry per point. */
export interface SeriesSample {
  readonly shape: 'series';
  readonly name: string;
  readonly values: readonly (number | string)[];
  /** Present with the flag `xy`. */
  readonly xs?: readonly number[];
  /** Device time in seconds, when the points carry it. */
  readonly timesS?: readonly number[];
  readonly unit?: string;
  readonly widget?: string;
  readonly flags: readonly TeleplotFlag[];
}

export type Sample = ListSample | NamedSample | SeriesSample;

export interface DataLine {
  readonly kind: 'data';
  readonly dialect: DialectName;
  readonly sample: Sample;
  /** Milliseconds since boot from a log prefix in front of the data. */
  readonly logMs?: number;
}

export interface TextLine {
  readonly kind: 'text';
  /** The text of a log line, where the dialect sets it apart. */
  readonly log?: string;
  /** Why a line that looks like labelled values is none; a reject once its label is being plotted. */
  readonly nearMiss?: { readonly label: string; readonly reason: Sentence };
  /** Milliseconds that the lines before an Edge Impulse block of class scores tell. */
  readonly timings?: NamedSample;
  /** Class scores follow, each on an indented line. */
  readonly scoresFollow?: true;
}

export interface HeaderLine {
  readonly kind: 'header';
  readonly names: readonly string[];
}

export interface RejectedLine {
  readonly kind: 'reject';
  readonly reason: Sentence;
}

export type LineVerdict = DataLine | TextLine | HeaderLine | RejectedLine;

/** Most lines of a log are this. */
export const PLAIN_TEXT: TextLine = { kind: 'text' };

export function listData(dialect: DialectName, values: readonly Cell[]): DataLine {
  return { kind: 'data', dialect, sample: { shape: 'list', values } };
}

export function namedData(
  dialect: DialectName,
  names: readonly string[],
  values: readonly Cell[],
  units?: readonly string[],
): DataLine {
  const sample: NamedSample = { shape: 'named', names, values, ...(units ? { units } : {}) };
  return { kind: 'data', dialect, sample };
}

export function rejected(reason: Sentence): RejectedLine {
  return { kind: 'reject', reason };
}
