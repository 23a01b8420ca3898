/** A chart with all that belongs to it: title, what it shows, legend, the value at the cursor, and its numbers as a table. */
import { ChartLegend } from './chartLegend';
import { chartSummary } from './chartSummary';
import { ChartTable } from './chartTable';
import { element, setText } from './element';
import { nearestRow } from './nearestRow';
import { oncePerFrame } from './oncePerFrame';
import type { Words } from './words';
import { XyChart } from './xyChart';
import type { XySeries } from './xySeries';
import type { Range } from './zoomRange';

export interface ChartCardOptions {
  readonly words: Words;
  readonly title: string;
  readonly level: 2 | 3 | 4;
  readonly xAxis: string;
  readonly yAxis: string;
  /** Said in place of a chart that has nothing to show yet. */
  readonly empty: string;
  /** Shows the values at the cursor's x. For series that share their x. */
  readonly readOut?: boolean;
  readonly tall?: boolean;
  /** Series hidden before a reload, and where to keep them. */
  readonly hidden?: readonly string[];
  readonly onHidden?: (names: readonly string[]) => void;
}

export class ChartCard {
  readonly element: HTMLElement;
  /** The canvas's frame: what takes pointer and keyboard where a chart can be zoomed. */
  readonly frame: HTMLElement;
  readonly chart: XyChart;
  private readonly legend: ChartLegend;
  private readonly table: ChartTable;
  private readonly subtitle = element('p', { class: 'description' });
  private readonly cursor = element('div', { class: 'cursor', hidden: true });
  /** Marks an x, for example the epoch that is shown; drawn over the canvas, so that to move it redraws nothing. */
  private readonly marker = element('div', { class: 'marker', hidden: true });
  private readonly cursorX = element('span', { class: 'cursor-x description', 'aria-hidden': 'true' });
  private readonly hidden: Set<string>;
  private series: readonly XySeries[] = [];
  private range: Range | undefined;
  private yRange: Range | undefined;
  private markedX: number | undefined;
  private pointerX: number | undefined;

  constructor(private readonly options: ChartCardOptions) {
    const { words, title, level, xAxis, yAxis } = options;
    this.hidden = new Set(options.hidden);
    const canvas = element('canvas', { role: 'img', 'aria-label': title });
    this.frame = element(
      'div',
      { class: options.tall ? 'chart tall' : 'chart' },
      canvas,
      this.marker,
      this.cursor,
      element('p', { class: 'chart-empty description' }, options.empty),
    );
    this.legend = new ChartLegend(words.t('charts.legend', { title }), (name) => this.toggle(name));
    this.table = new ChartTable(words, title, xAxis, yAxis);
    this.element = element(
      'figure',
      { class: 'chart-card' },
      element('figcaption', {}, element(`h${level}`, {}, title), this.subtitle),
      this.frame,
      element('div', { class: 'chart-foot' }, this.legend.element, this.cursorX),
      this.table.element,
    );
    this.chart = new XyChart(canvas, {
      xAxis,
      yAxis,
      language: words.language,
      onDrawn: () => this.afterDrawing(),
    });
    this.show([]);
    if (options.readOut) this.followPointer();
  }

  /** `yRange` is what the y axis spans; without it, what the data spans. */
  show(series: readonly XySeries[], range?: Range, subtitle = '', yRange?: Range): void {
    this.series = series;
    this.range = range;
    this.yRange = yRange;
    setText(this.subtitle, subtitle);
    this.subtitle.hidden = subtitle === '';
    this.element.classList.toggle(
      'is-empty',
      series.every(({ x }) => x.length === 0),
    );
    this.draw();
    this.table.show(series);
  }

  /** A vertical line at `x`; none where it is undefined, and none left of what the axis spans. */
  mark(x: number | undefined): void {
    this.markedX = x;
    this.drawMarker();
  }

  private draw(): void {
    const { yRange } = this;
    this.chart.show(this.series, this.hidden, this.range, yRange && { kind: 'fixed', ...yRange });
  }

  private toggle(name: string): void {
    if (!this.hidden.delete(name)) this.hidden.add(name);
    this.options.onHidden?.([...this.hidden]);
    this.draw();
  }

  private afterDrawing(): void {
    const { words, title, xAxis, yAxis } = this.options;
    this.legend.show(this.series, this.hidden, (index) => this.chart.styleOf(index));
    const shown = this.series.filter(({ name }) => !this.hidden.has(name));
    this.chart.canvas.setAttribute('aria-label', chartSummary(words, title, { x: xAxis, y: yAxis }, shown));
    this.drawCursor();
    this.drawMarker();
  }

  private drawMarker(): void {
    const { left, right, top, bottom } = this.chart.area;
    const pixel = this.markedX === undefined ? NaN : this.chart.pixelAtX(this.markedX);
    const found = pixel >= left - 1 && pixel <= right + 1;
    this.marker.hidden = !found;
    if (!found) return;
    this.marker.style.transform = `translate(${Math.round(pixel)}px, ${top}px)`;
    this.marker.style.height = `${bottom - top}px`;
  }

  private followPointer(): void {
    const redraw = oncePerFrame(() => this.drawCursor());
    this.frame.addEventListener('pointermove', (event) => {
      this.pointerX = event.clientX - this.chart.canvas.getBoundingClientRect().left;
      redraw();
    });
    this.frame.addEventListener('pointerleave', () => {
      this.pointerX = undefined;
      redraw();
    });
  }

  private drawCursor(): void {
    const { left, right, top, bottom } = this.chart.area;
    const x = this.series[0]?.x ?? [];
    const inside = this.pointerX !== undefined && this.pointerX >= left && this.pointerX <= right;
    const row = inside ? nearestRow(x, this.chart.xAtPixel(this.pointerX ?? NaN)) : -1;
    const pixel = this.chart.pixelAtX(x[row] ?? NaN);
    const found = row >= 0 && pixel >= left - 1 && pixel <= right + 1;
    this.cursor.hidden = !found;
    if (found) {
      this.cursor.style.transform = `translate(${Math.round(pixel)}px, ${top}px)`;
      this.cursor.style.height = `${bottom - top}px`;
    }
    const { number } = this.options.words;
    this.legend.readOut(found ? this.series.map(({ y }) => number(y[row] ?? NaN)) : undefined);
    setText(this.cursorX, found ? `${this.options.xAxis} ${number(x[row]!)}` : '');
  }
}
