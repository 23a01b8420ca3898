/** Statistics of what is visible and the distance of the cursors, asked for at most twice a second. */
import type { StreamQueries } from '../../src/protocol/streamWorker';
import { element } from '../shared/element';
import type { Ask } from '../shared/page';
import { pacedQuestion } from '../shared/pacedQuestion';
import type { Words } from '../shared/words';
import type { Range } from '../shared/zoomRange';
import { cursorTable, statisticsTable } from './measureTable';

type ValuesAt = StreamQueries['valuesAt']['result'];

const intervalMs = 500;

export class MeasureArea {
  readonly element = element('div', { class: 'measures', hidden: true });
  isOn = false;
  private range: Range = { min: 0, max: 1 };
  private endS = 0;
  private askedFor = '';
  private readonly refresh = pacedQuestion(intervalMs, () => this.load());

  constructor(
    private readonly words: Words,
    private readonly ask: Ask<StreamQueries>,
    private readonly cursors: () => readonly [number, number] | undefined,
  ) {}

  toggleStatistics(): void {
    this.isOn = !this.isOn;
    this.refresh.now();
  }

  /** A person moves them, and looks at the figures meanwhile. */
  cursorsMoved(): void {
    this.refresh.now();
  }

  /**
   * To be called with each drawing.
   *
   * @param endS where the values end: what comes into a range that stays where it is changes the figures, too
   */
  follow(range: Range, endS: number): void {
    this.range = range;
    this.endS = endS;
    const key = JSON.stringify([range, Math.min(endS, range.max), this.cursors(), this.isOn]);
    if (key === this.askedFor) return;
    this.askedFor = key;
    this.refresh();
  }

  private async load(): Promise<void> {
    this.replace(await this.tables(this.range));
    this.element.hidden = this.element.childElementCount === 0;
  }

  /** Twice a second: who has scrolled a table, or stands on it by keyboard, stays there. */
  private replace(tables: readonly HTMLElement[]): void {
    const scrolling = (): HTMLElement[] => [...this.element.querySelectorAll<HTMLElement>('.scroll')];
    const before = scrolling();
    const lefts = before.map(({ scrollLeft }) => scrollLeft);
    const focused = before.findIndex((one) => one === document.activeElement);
    this.element.replaceChildren(...tables);
    for (const [index, one] of scrolling().entries()) {
      one.scrollLeft = lefts[index] ?? 0;
      if (index === focused) one.focus({ preventScroll: true });
    }
  }

  private async tables(range: Range): Promise<HTMLElement[]> {
    const tables: HTMLElement[] = [];
    const times = this.cursors();
    if (times) {
      const [a, b] = await Promise.all([this.valuesAt(times[0]), this.valuesAt(times[1])]);
      tables.push(cursorTable(this.words, times, a, b));
    }
    if (this.isOn) {
      const statistics = await this.ask('statistics', { fromS: range.min, toS: range.max });
      tables.push(statisticsTable(this.words, statistics));
    }
    return tables;
  }

  private async valuesAt(timeS: number): Promise<ValuesAt> {
    const values = await this.ask('valuesAt', { timeS });
    // Behind the newest row there is nothing yet, not the last value.
    return timeS > this.endS ? values.map((one) => ({ ...one, value: Number.NaN })) : values;
  }
}
