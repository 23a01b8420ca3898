/** The live plot: series over time, marks of segments and triggers, two cursors; wheel zooms, dragging moves. */
import type { SeriesPoints } from '../../src/protocol/streamWorker';
import { ChartLegend } from '../shared/chartLegend';
import type { PicturedChart } from '../shared/chartPicture';
import { element, setText } from '../shared/element';
import type { Words } from '../shared/words';
import { XyChart, type YScale } from '../shared/xyChart';
import type { XySeries } from '../shared/xySeries';
import { wheelTurn } from '../shared/wheelTurn';
import type { Range } from '../shared/zoomRange';
import type { MonitorModel } from './monitorModel';
import { NotFiniteTicks } from './notFiniteTicks';
import { PlotCursors } from './plotCursors';
import { PlotMarks } from './plotMarks';
import type { SeriesLooks } from './seriesLooks';
import type { ViewControl } from './viewControl';

const keyStep = 0.2;

export interface PlotAreaOptions {
  readonly words: Words;
  readonly looks: SeriesLooks;
  readonly view: ViewControl;
  /** The person moved or zoomed the view. */
  readonly onMoved: () => void;
  readonly onDrawn: () => void;
  readonly onCursors: () => void;
}

export class PlotArea {
  readonly element: HTMLElement;
  readonly cursors: PlotCursors;
  private readonly chart: XyChart;
  private readonly frame: HTMLElement;
  private readonly legend: ChartLegend;
  private readonly marks: PlotMarks;
  private readonly ticks: NotFiniteTicks;
  private readonly hint: HTMLElement;
  private model: MonitorModel | undefined;
  private series: readonly XySeries[] = [];
  private hidden: ReadonlySet<string> = new Set();
  private dragX: number | undefined;

  constructor(private readonly options: PlotAreaOptions) {
    const { words } = options;
    const canvas = element('canvas', { role: 'img', 'aria-label': words.t('monitor.plot') });
    this.hint = element('p', { class: 'chart-empty description' });
    this.frame = element(
      'div',
      { class: 'chart zoomable', tabindex: 0, role: 'group', 'aria-label': words.t('monitor.plotKeys') },
      canvas,
      this.hint,
    );
    this.legend = new ChartLegend(words.t('monitor.seriesShown'), (name) => this.toggle(name));
    this.element = element('div', { class: 'plot-area' }, this.frame, this.legend.element);
    this.chart = new XyChart(canvas, {
      xAxis: words.t('monitor.timeAxis'),
      yAxis: '',
      language: words.language,
      onDrawn: () => this.afterDrawing(),
    });
    this.ticks = new NotFiniteTicks(this.frame, words);
    this.marks = new PlotMarks(this.frame, words);
    this.cursors = new PlotCursors(this.frame, this.chart, words, options.onCursors);
    this.listen();
  }

  get range(): Range {
    return this.options.view.rangeOf(this.model?.frame ?? { fromS: 0, toS: 1 });
  }

  get yRange(): Range {
    return this.chart.yRange;
  }

  get picture(): PicturedChart {
    const series = this.series
      .map(({ name, draw }, index) => ({ name, draw, style: this.chart.styleOf(index) }))
      .filter(({ name }) => !this.hidden.has(name));
    return { chart: this.chart, series };
  }

  show(model: MonitorModel, yScale: YScale): void {
    this.model = model;
    const { frame, status } = model;
    const { looks } = this.options;
    const points = new Map((frame?.points ?? []).map((one) => [one.name, one]));
    const plotted = status.series.filter(({ role }) => role === 'value');
    this.series = plotted.map((one): XySeries => {
      const found = points.get(one.name);
      const colour = looks.colour(one.name);
      return { name: one.name, draw: 'line', ...columnsOf(found), ...(colour !== undefined && { colour }) };
    });
    this.hidden = new Set(plotted.filter((one) => looks.isHidden(one)).map(({ name }) => name));
    this.element.classList.toggle('is-empty', plotted.length === 0);
    this.chart.showNow(this.series, this.hidden, this.range, yScale);
  }

  /** Names, last values and what is told of the picture: they change with the status, not with each picture. */
  showLegend(): void {
    const { looks, words } = this.options;
    const { status } = this.model ?? {};
    this.legend.show(this.series, this.hidden, (index) => this.chart.styleOf(index));
    const newest = this.series.map(({ name }) => {
      const index = status?.series.findIndex((one) => one.name === name) ?? -1;
      const one = status?.series[index];
      const unit = one ? looks.unit(one) : '';
      const value = words.measured(status?.lastValues[index] ?? Number.NaN);
      return unit === '' ? value : `${value} ${unit}`;
    });
    this.legend.readOut(newest);
    const { min: from, max: to } = this.range;
    const values = this.series.map(({ name }, index) => `${name} ${newest[index] ?? ''}`).join('; ');
    const summary = words.t('monitor.plotSummary', { count: this.series.length, from, to, values });
    this.chart.canvas.setAttribute('aria-label', summary);
  }

  /** Where there are values: the window may be longer than the stream. */
  toggleCursors(): void {
    const { min, max } = this.range;
    this.cursors.toggle(this.endS > min ? { min, max: Math.min(max, this.endS) } : this.range);
  }

  /** Said where there is nothing to draw. */
  say(hint: string): void {
    setText(this.hint, hint);
  }

  /** The colour a series has now, as `#rrggbb`. */
  colourOf(name: string): string {
    const index = this.series.findIndex((one) => one.name === name);
    const context = document.createElement('canvas').getContext('2d');
    if (!context || index < 0) return '#808080';
    // A canvas gives any CSS colour back in this form.
    context.fillStyle = this.chart.styleOf(index).colour;
    return context.fillStyle;
  }

  private toggle(name: string): void {
    const one = this.model?.status.series.find((series) => series.name === name);
    if (one) this.options.looks.set(name, { hidden: !this.options.looks.isHidden(one) });
  }

  private afterDrawing(): void {
    const { area } = this.chart;
    const { view } = this.options;
    const scale = window.devicePixelRatio || 1;
    view.setColumns((area.right - area.left) * scale);
    const points = this.model?.frame?.points ?? [];
    this.ticks.show(
      points.filter(({ name }) => !this.hidden.has(name)),
      this.chart,
    );
    this.marks.show(this.model, this.chart);
    this.cursors.draw(this.range);
    this.options.onDrawn();
  }

  private listen(): void {
    const { frame } = this;
    const { view } = this.options;
    const moved = (): void => this.options.onMoved();
    frame.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const { left, right } = this.chart.area;
        const { factor, share } = wheelTurn(event, right - left);
        if (share !== 0) view.pan(this.range, share, this.endS);
        else view.zoom(this.range, factor, this.chart.xAtPixel(this.pixel(event)), this.endS);
        moved();
      },
      { passive: false },
    );
    frame.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || this.cursors.press(event)) return;
      this.dragX = this.pixel(event);
      frame.setPointerCapture(event.pointerId);
    });
    frame.addEventListener('pointermove', (event) => {
      if (this.cursors.drag(event) || this.dragX === undefined) return;
      const pixel = this.pixel(event);
      const { left, right } = this.chart.area;
      const share = (this.dragX - pixel) / Math.max(1, right - left);
      if (Math.abs(share) < 0.002) return;
      this.dragX = pixel;
      view.pan(this.range, share, this.endS);
      moved();
    });
    for (const type of ['pointerup', 'pointercancel'] as const) {
      frame.addEventListener(type, () => {
        this.dragX = undefined;
        this.cursors.release();
      });
    }
    frame.addEventListener('dblclick', () => {
      view.follow();
      moved();
    });
    frame.addEventListener('keydown', (event) => {
      // Ctrl and plus, for example, is VS Code's.
      if (event.ctrlKey || event.metaKey || event.altKey || !this.pressKey(event.key)) return;
      event.preventDefault();
      moved();
    });
  }

  private pressKey(key: string): boolean {
    const { view } = this.options;
    const centre = (this.range.min + this.range.max) / 2;
    if (key === '+' || key === '=') view.zoom(this.range, 1 / 2, centre, this.endS);
    else if (key === '-') view.zoom(this.range, 2, centre, this.endS);
    else if (key === 'ArrowLeft') view.pan(this.range, -keyStep, this.endS);
    else if (key === 'ArrowRight') view.pan(this.range, keyStep, this.endS);
    else if (key === '0' || key === 'Escape' || key === 'End') view.follow();
    else if (key === ' ') {
      if (view.isFollowing) view.freeze(this.range);
      else view.follow();
    } else return false;
    return true;
  }

  get endS(): number {
    return this.model?.status.endS ?? 0;
  }

  private pixel(event: MouseEvent): number {
    return event.clientX - this.frame.getBoundingClientRect().left;
  }
}

const noNumbers = new Float64Array(0);

function columnsOf(points: SeriesPoints | undefined): Pick<XySeries, 'x' | 'y'> {
  return points ? { x: points.times, y: points.values } : { x: noNumbers, y: noNumbers };
}
