/** Statistics of what is visible and the distance of the cursors, asked for at most twice a second. */
import type { StreamQueries } from '../../src/protocol/streamWorker';
import { element } from '../shared/element';
import type { Ask } from '../shared/page';
import type { Words } from '../shared/words';
import type { Range } from '../shared/zoomRange';
import { cursorTable, statisticsTable } from './measureTable';

const intervalMs = 500;

export class MeasureArea {
  readonly element = element('div', { class: 'measures', hidden: true });
  isOn = false;
  private asking = false;
  private askedMs = 0;
  private askedFor = '';

  constructor(
    private readonly words: Words,
    private readonly ask: Ask<StreamQueries>,
    private readonly cursors: () => readonly [number, number] | undefined,
  ) {}

  async toggleStatistics(range: Range): Promise<void> {
    this.isOn = !this.isOn;
    await this.refresh(range);
  }

  /** To be called with each drawing. */
  follow(range: Range): void {
    if (!this.isOn && !this.cursors()) {
      this.element.hidden = true;
      return;
    }
    const key = JSON.stringify([range, this.cursors(), this.isOn]);
    if (key === this.askedFor || this.asking || performance.now() - this.askedMs < intervalMs) return;
    this.askedFor = key;
    void this.refresh(range);
  }

  async refresh(range: Range): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.askedMs = performance.now();
    try {
      this.replace(await this.tables(range));
      this.element.hidden = this.element.childElementCount === 0;
    } finally {
      this.asking = false;
    }
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
      const [a, b] = await Promise.all(times.map((timeS) => this.ask('valuesAt', { timeS })));
      tables.push(cursorTable(this.words, times, a ?? [], b ?? []));
    }
    if (this.isOn) {
      const statistics = await this.ask('statistics', { fromS: range.min, toS: range.max });
      tables.push(statisticsTable(this.words, statistics));
    }
    return tables;
  }
}
