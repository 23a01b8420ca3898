/** The numbers of a chart as a table, evenly thinned out, made when somebody asks for them. */
import { element } from './element';
import { thinnedRows } from './thinnedRows';
import { table } from './ui';
import type { Words } from './words';
import type { XySeries } from './xySeries';

const mostRows = 100;
/** Numbers that change faster can be read by nobody. */
const refillMs = 500;
let made = 0;

export interface ChartTableOptions {
  readonly words: Words;
  readonly title: string;
  readonly axes: () => { readonly x: string; readonly y: string };
}

export class ChartTable {
  readonly element = element('div', { class: 'chart-table', hidden: true, id: `chart-table-${++made}` });
  private series: readonly XySeries[] = [];
  private refill: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: ChartTableOptions) {}

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  toggle(): void {
    this.element.hidden = this.isOpen;
    this.fill();
  }

  show(series: readonly XySeries[]): void {
    this.series = series;
    if (!this.isOpen) return;
    this.refill ??= setTimeout(() => this.fill(), refillMs);
  }

  private fill(): void {
    clearTimeout(this.refill);
    this.refill = undefined;
    const scrolled = this.element.querySelector('.scroll')?.scrollTop ?? 0;
    this.element.replaceChildren();
    if (!this.isOpen || this.series.length === 0) return;
    const longest = Math.max(...this.series.map(({ x }) => x.length));
    if (longest > mostRows) {
      const thinned = this.options.words.t('charts.tableThinned', { shown: mostRows, rows: longest });
      this.element.append(element('p', { class: 'description' }, thinned));
    }
    const sharesX = this.series.every(({ x }) => x === this.series[0]?.x);
    const filled = sharesX ? this.wideTable() : this.longTable();
    this.element.append(filled);
    filled.scrollTop = scrolled;
  }

  /** One row per x, one column per series. */
  private wideTable(): HTMLElement {
    const { words, title, axes } = this.options;
    const x = this.series[0]?.x ?? [];
    return table({
      label: title,
      columns: [axes().x, ...this.series.map(({ name }) => name)].map((column) => ({
        title: column,
        kind: 'number',
      })),
      rows: thinnedRows(x.length, mostRows).map((row) => [
        words.number(x[row]!),
        ...this.series.map(({ y }) => words.number(y[row] ?? NaN)),
      ]),
    });
  }

  /** One row per point. */
  private longTable(): HTMLElement {
    const { words, title, axes } = this.options;
    return table({
      label: title,
      columns: [
        { title: words.t('charts.series'), kind: 'text' },
        { title: axes().x, kind: 'number' },
        { title: axes().y, kind: 'number' },
      ],
      rows: this.series.flatMap(({ name, x, y }) =>
        thinnedRows(x.length, mostRows).map((row) => [
          name,
          words.number(x[row]!),
          words.number(y[row] ?? NaN),
        ]),
      ),
    });
  }
}
