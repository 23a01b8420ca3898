/** "Show as table": the numbers of a chart, evenly thinned out, made when somebody asks for them. */
import { element } from './element';
import { thinnedRows } from './thinnedRows';
import { table } from './ui';
import type { Words } from './words';
import type { XySeries } from './xySeries';

const mostRows = 100;

export class ChartTable {
  readonly element: HTMLDetailsElement;
  private readonly body = element('div');
  private series: readonly XySeries[] = [];

  constructor(
    private readonly words: Words,
    private readonly title: string,
    private readonly xAxis: string,
    private readonly yAxis: string,
  ) {
    const summary = element('summary', {}, words.t('charts.showAsTable'));
    this.element = element('details', { class: 'chart-table' }, summary, this.body);
    this.element.addEventListener('toggle', () => this.fill());
  }

  show(series: readonly XySeries[]): void {
    this.series = series;
    // A table that changes while it is read helps nobody: it is filled when opened, and when it was empty.
    if (this.element.open && this.body.childElementCount === 0) this.fill();
  }

  private fill(): void {
    this.body.replaceChildren();
    if (!this.element.open || this.series.length === 0) return;
    const longest = Math.max(...this.series.map(({ x }) => x.length));
    if (longest > mostRows) {
      this.body.append(
        element(
          'p',
          { class: 'description' },
          this.words.t('charts.tableThinned', { shown: mostRows, rows: longest }),
        ),
      );
    }
    const sharesX = this.series.every(({ x }) => x === this.series[0]?.x);
    this.body.append(sharesX ? this.wideTable() : this.longTable());
  }

  /** One row per x, one column per series. */
  private wideTable(): HTMLElement {
    const x = this.series[0]?.x ?? [];
    return table({
      label: this.title,
      columns: [this.xAxis, ...this.series.map(({ name }) => name)].map((title) => ({
        title,
        kind: 'number',
      })),
      rows: thinnedRows(x.length, mostRows).map((row) => [
        this.words.number(x[row]!),
        ...this.series.map(({ y }) => this.words.number(y[row] ?? NaN)),
      ]),
    });
  }

  /** One row per point. */
  private longTable(): HTMLElement {
    return table({
      label: this.title,
      columns: [
        { title: this.words.t('charts.series'), kind: 'text' },
        { title: this.xAxis, kind: 'number' },
        { title: this.yAxis, kind: 'number' },
      ],
      rows: this.series.flatMap(({ name, x, y }) =>
        thinnedRows(x.length, mostRows).map((row) => [
          name,
          this.words.number(x[row]!),
          this.words.number(y[row] ?? NaN),
        ]),
      ),
    });
  }
}
