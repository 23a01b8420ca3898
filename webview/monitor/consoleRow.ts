/** One line of the console, or how many were left out before the next. */
import { styledRuns } from '../../src/core/stream/ansi';
import { element } from '../shared/element';
import type { Words } from '../shared/words';
import { clockTime } from './clockTime';
import type { ConsoleEntry } from './consoleBuffer';
import { styledRun } from './styledRun';
import { visibleText } from './visibleText';

export interface RowLook {
  readonly words: Words;
  readonly showsTime: boolean;
  /** Found by the search. */
  readonly isMatch: boolean;
  /** The search, or the keyboard, stands on it. */
  readonly isCurrent: boolean;
}

/** @param index of the row among those shown */
export function consoleRow(
  entry: ConsoleEntry,
  index: number,
  { words, showsTime, isMatch, isCurrent }: RowLook,
): HTMLElement {
  const id = `line-${String(entry.number)}`;
  const row = element('div', { class: 'line', id, 'data-row': index });
  if (isCurrent) row.classList.add('current');
  if (entry.kind === 'gap') {
    row.classList.add('gap', 'description');
    row.append(words.t('monitor.linesLeftOut', { count: entry.lines }));
    return row;
  }
  row.classList.add(entry.fate);
  if (isMatch) row.classList.add('match');
  if (showsTime) row.append(element('span', { class: 'time description' }, clockTime(entry.arrivalMs)));
  for (const { text, style } of styledRuns(entry.text).runs) row.append(styledRun(visibleText(text), style));
  if (entry.fate === 'reject') {
    row.append(element('span', { class: 'fate description' }, words.t('monitor.notPlotted')));
  }
  return row;
}
