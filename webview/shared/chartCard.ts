/** A chart with all that belongs to it: title, what it shows, legend, zoom, what is to be said of it, and its numbers. */
import type { PageFile } from '../../src/protocol/pageFile';
import { safeFileName } from '../../src/core/inspect/table';
import type { Sentence } from '../../l10n/sentences';
import { chartCsv } from './chartCsv';
import { ChartLegend } from './chartLegend';
import { chartPng } from './chartPicture';
import { chartSummary } from './chartSummary';
import { ChartTable } from './chartTable';
import { ChartTools } from './chartTools';
import { element, setText } from './element';
import { nearestRow } from './nearestRow';
import { oncePerFrame } from './oncePerFrame';
import type { Words } from './words';
import { dataRange, padded, XyChart } from './xyChart';
import type { XySeries } from './xySeries';
import { Zoom, type ZoomOptions } from './zoom';
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
  readonly wheel?: ZoomOptions['wheel'];
  /** Series hidden before a reload, and where to keep them. */
  readonly hidden?: readonly string[];
  readonly onHidden?: (names: readonly string[]) => void;
  /** Takes the picture and the numbers as files; the title names them where nothing else does. */
  readonly onSave?: (file: PageFile) => void;
  readonly fileName?: string;
}

export class ChartCard {
  readonly element: HTMLElement;
  readonly chart: XyChart;
  readonly tools: ChartTools;
  private readonly zoom: Zoom;
  private readonly legend: ChartLegend;
  private readonly table: ChartTable;
  private readonly frame: HTMLElement;
  private readonly subtitle = element('p', { class: 'description' });
  private readonly notes = element('ul', { class: 'chart-notes', hidden: true });
  private readonly cursor = element('div', { class: 'cursor', hidden: true });
  /** Marks an x, for example the epoch that is shown; drawn over the canvas, so that to move it redraws nothing. */
  private readonly marker = element('div', { class: 'marker', hidden: true });
  private readonly cursorX = element('span', { class: 'cursor-x description', 'aria-hidden': 'true' });
  private readonly hidden: Set<string>;
  private axes: { readonly x: string; readonly y: string };
  private series: readonly XySeries[] = [];
  private range: Range | undefined;
  private yRange: Range | undefined;
  private markedX: number | undefined;
  private pointerX: number | undefined;

  constructor(private readonly options: ChartCardOptions) {
    const { words, title, level, xAxis, yAxis } = options;
    const { t } = words;
    this.hidden = new Set(options.hidden);
    this.axes = { x: xAxis, y: yAxis };
    const canvas = element('canvas', { role: 'img', 'aria-label': title });
    this.frame = element(
      'div',
      {
        class: options.tall ? 'chart tall' : 'chart',
        tabindex: 0,
        role: 'group',
        'aria-label': t('charts.keys', { title }),
      },
      canvas,
      this.marker,
      this.cursor,
      element('p', { class: 'chart-empty description' }, options.empty),
    );
    this.legend = new ChartLegend(t('charts.legend', { title }), (name) => this.toggle(name));
    this.table = new ChartTable({ words, title, axes: () => this.axes });
    this.chart = new XyChart(canvas, {
      xAxis,
      yAxis,
      language: words.language,
      onDrawn: () => this.afterDrawing(),
    });
    this.zoom = new Zoom(this.frame, this.chart, {
      full: () => this.range ?? padded(dataRange(this.series)),
      onChange: () => this.draw(),
      wheel: options.wheel ?? 'focused',
    });
    this.tools = new ChartTools(words, title, this.table.element.id, {
      zoomIn: () => this.zoom.by(1 / 2),
      zoomOut: () => this.zoom.by(2),
      showAll: () => this.zoom.set(undefined),
      table: () => {
        this.table.toggle();
        this.showTools();
      },
      ...(options.onSave && {
        save: {
          png: () => void this.savePng(),
          csv: () => this.save('csv', this.csv()),
        },
      }),
    });
    this.element = element(
      'figure',
      { class: 'chart-card' },
      element('figcaption', {}, element(`h${level}`, {}, title), this.subtitle),
      this.tools.element,
      this.frame,
      element('div', { class: 'chart-foot' }, this.legend.element, this.cursorX),
      this.notes,
      this.table.element,
    );
    this.show([]);
    if (options.readOut) this.followPointer();
  }

  /** `range` is what the x axis spans while nobody has zoomed, `yRange` what the y axis spans; else what the data spans. */
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

  /** Columns of a file have names of their own. */
  nameAxes(axes: { readonly x: string; readonly y: string }): void {
    this.axes = axes;
    this.chart.nameAxes(axes.x, axes.y);
  }

  /** What the run says about this chart. */
  say(sentences: readonly Sentence[]): void {
    const said = sentences.map((one) => this.options.words.say(one));
    const known = [...this.notes.children].map(({ textContent }) => textContent);
    if (said.length !== known.length || said.some((text, index) => text !== known[index])) {
      this.notes.replaceChildren(...said.map((text) => element('li', {}, text)));
    }
    this.notes.hidden = said.length === 0;
  }

  private toggle(name: string): void {
    if (!this.hidden.delete(name)) this.hidden.add(name);
    this.options.onHidden?.([...this.hidden]);
    this.draw();
  }

  private draw(): void {
    const { yRange } = this;
    const range = this.zoom.range ?? this.range;
    this.chart.show(this.series, this.hidden, range, yRange && { kind: 'fixed', ...yRange });
    this.showTools();
  }

  private showTools(): void {
    this.tools.show({ isZoomed: this.zoom.range !== undefined, hasTable: this.table.isOpen });
  }

  private afterDrawing(): void {
    const { words, title } = this.options;
    this.legend.show(this.series, this.hidden, (index) => this.chart.styleOf(index));
    const shown = this.series.filter(({ name }) => !this.hidden.has(name));
    this.chart.canvas.setAttribute('aria-label', chartSummary(words, title, this.axes, shown));
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

  private async savePng(): Promise<void> {
    const series = this.series
      .map(({ name, draw }, index) => ({ name, draw, style: this.chart.styleOf(index) }))
      .filter(({ name }) => !this.hidden.has(name));
    const subtitle = this.subtitle.textContent;
    const bytes = await chartPng(this.chart, { title: this.options.title, subtitle, series });
    if (bytes) this.save('png', bytes);
  }

  private csv(): Uint8Array {
    const { x, y } = this.axes;
    const seriesTitle = this.options.words.t('charts.series');
    return chartCsv(this.series, { xAxis: x, yAxis: y, seriesTitle });
  }

  private save(ending: 'png' | 'csv', bytes: Uint8Array): void {
    const { fileName, title, onSave } = this.options;
    onSave?.({ name: safeFileName(fileName ?? title, ending), bytes });
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
    setText(this.cursorX, found ? `${this.axes.x} ${number(x[row]!)}` : '');
  }
}
