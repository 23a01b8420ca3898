/**
 * The parts of a Teleplot variable, `name[,widget]:value{;value}[§unit][|flags]`, without judging them.
 * Source: the Teleplot project's README, section "Telegram format".
 */
import type { SeriesSample, TeleplotFlag } from '../verdict';

export interface Telegram {
  readonly name: string;
  readonly widget?: string;
  /** Per point, what stands between its colons. */
  readonly points: readonly (readonly string[])[];
  readonly unit?: string;
  /** What stands behind the last `|`. */
  readonly flags: string;
}

export const TELEPLOT_FLAGS: readonly TeleplotFlag[] = ['t', 'xy', 'np', 'clr', 'g'];

/** @param body the line without its leading `>` */
export function cutTelegram(body: string): Telegram | undefined {
  const colon = body.indexOf(':');
  if (colon < 0) return undefined;
  const bar = body.lastIndexOf('|');
  const valuesEnd = bar > colon ? bar : body.length;
  const values = body.slice(colon + 1, valuesEnd);
  const unitMark = indexOfUnit(values);
  const [name = '', widget] = body.slice(0, colon).split(',', 2);
  return {
    name,
    ...(widget === undefined ? {} : { widget }),
    points: (unitMark < 0 ? values : values.slice(0, unitMark))
      .split(';')
      .filter((point) => point !== '')
      .map((point) => point.split(':')),
    ...(unitMark < 0 ? {} : { unit: values.slice(unitMark + 1) }),
    flags: bar > colon ? body.slice(bar + 1) : '',
  };
}

/** `§` is U+00A7; from a source compiled in Latin-1 it arrives as a byte that is no UTF-8, so as U+FFFD. */
function indexOfUnit(values: string): number {
  const section = values.indexOf('\u00a7');
  return section >= 0 ? section : values.indexOf('\ufffd');
}

export interface Point {
  readonly value: number | string;
  readonly x?: number;
  readonly timeS?: number;
}

export function seriesSample(
  telegram: Telegram,
  points: readonly Point[],
  flags: readonly TeleplotFlag[],
): SeriesSample {
  const xs = points.map(({ x }) => x).filter((x) => x !== undefined);
  const timesS = points.map(({ timeS }) => timeS).filter((timeS) => timeS !== undefined);
  return {
    shape: 'series',
    name: telegram.name,
    values: points.map(({ value }) => value),
    ...(xs.length === points.length && xs.length > 0 ? { xs } : {}),
    ...(timesS.length === points.length && timesS.length > 0 ? { timesS } : {}),
    ...(telegram.unit === undefined ? {} : { unit: telegram.unit }),
    ...(telegram.widget === undefined ? {} : { widget: telegram.widget }),
    flags,
  };
}
