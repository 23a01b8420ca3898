/** A chart of lines and points over two linear axes, drawn by chart.js from columns of numbers. */
import {
  Chart,
  LinearScale,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  type ChartDataset,
  type ChartOptions,
} from 'chart.js';
import type { Point, View } from './decimate';
import { drawnInView } from './drawnInView';
import { seriesStyle, type SeriesStyle } from './seriesStyle';
import { readTheme } from './theme';
import { followThemeWhileShown } from './whileShown';
import { aboveZero, visiblePoints } from './visiblePoints';
import type { XySeries } from './xySeries';
import type { Range } from './zoomRange';

Chart.register(ScatterController, LinearScale, LogarithmicScale, LineElement, PointElement);

/** `log` leaves out what is not above zero. */
export type YScale =
  | { readonly kind: 'auto' }
  | { readonly kind: 'log' }
  | { readonly kind: 'fixed'; readonly min: number; readonly max: number };

export interface XyChartOptions {
  readonly xAxis: string;
  readonly yAxis: string;
  /** BCP 47 tag for the numbers on the axes. */
  readonly language: string;
  /** Called after each drawing, when scales are known. */
  readonly onDrawn?: () => void;
}

/** In pixels: what is assumed before a chart has been laid out. */
const narrowest = 50;
/** Fewer points than this are drawn larger. */
const fewPoints = 300;

export class XyChart {
  private chart: Chart<'scatter', Point[]> | undefined;
  private series: readonly XySeries[] = [];
  private hidden: ReadonlySet<string> = new Set();
  private range: Range | undefined;
  private yScale: YScale = { kind: 'auto' };
  private theme = readTheme();
  private axes: { readonly xAxis: string; readonly yAxis: string };
  /** What the chart's options were made from: they are made anew only for another look, since that costs most of a drawing. */
  private look = '';
  /** The next drawing only follows a change of width: it asks for no further one. */
  private isSettling = false;

  /** Draws in the next frame, or a little later where nobody sees it. */
  readonly redraw;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly options: XyChartOptions,
  ) {
    this.axes = options;
    this.redraw = drawnInView(canvas, () => this.draw());
  }

  /** `range` is what the x axis spans; without it, what the data spans. */
  show(
    series: readonly XySeries[],
    hidden: ReadonlySet<string>,
    range?: Range,
    yScale: YScale = { kind: 'auto' },
  ): void {
    this.yScale = yScale;
    this.series = series;
    this.hidden = hidden;
    this.range = range;
    this.redraw();
  }

  /** As `show`, for who draws once per frame already: not one frame later. */
  showNow(series: readonly XySeries[], hidden: ReadonlySet<string>, range: Range, yScale: YScale): void {
    this.show(series, hidden, range, yScale);
    this.draw();
  }

  styleOf(index: number): SeriesStyle {
    const style = seriesStyle(index, this.theme);
    const { colour = style.colour, isMain } = this.series[index] ?? {};
    return { ...style, colour, dash: isMain ? [] : style.dash };
  }

  /** In CSS pixels from the canvas's upper left corner. All 0 until the chart has been drawn. */
  get area(): {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  } {
    const { x, y } = this.chart?.scales ?? {};
    return { left: x?.left ?? 0, right: x?.right ?? 0, top: y?.top ?? 0, bottom: y?.bottom ?? 0 };
  }

  xAtPixel(pixel: number): number {
    return this.chart?.scales.x?.getValueForPixel(pixel) ?? NaN;
  }

  pixelAtX(x: number): number {
    return this.chart?.scales.x?.getPixelForValue(x) ?? NaN;
  }

  /** What the y axis spans, for a person who wants it to stay. */
  get yRange(): Range {
    const { y } = this.chart?.scales ?? {};
    return { min: y?.min ?? 0, max: y?.max ?? 1 };
  }

  nameAxes(xAxis: string, yAxis: string): void {
    if (xAxis === this.axes.xAxis && yAxis === this.axes.yAxis) return;
    this.axes = { xAxis, yAxis };
    this.redraw();
  }

  /** What is drawn now, `scale` pixels for each CSS pixel: a canvas to copy from at once, before the page is painted. */
  atScale<Copy>(scale: number, copy: (canvas: HTMLCanvasElement) => Copy): Copy {
    const chart = this.madeChart();
    const draw = (devicePixelRatio: number): void => {
      chart.options.devicePixelRatio = devicePixelRatio;
      chart.resize();
    };
    const shown = chart.currentDevicePixelRatio;
    draw(scale);
    try {
      return copy(this.canvas);
    } finally {
      draw(shown);
      // The next drawing asks the window again how fine it is.
      this.look = '';
    }
  }

  private draw(): void {
    this.redraw.cancel();
    if (!this.canvas.isConnected) return;
    const chart = this.madeChart();
    const range = this.range ?? padded(dataRange(this.series));
    const width = Math.max(narrowest, this.area.right - this.area.left);
    const height = Math.max(narrowest, this.area.bottom - this.area.top);
    const scale = window.devicePixelRatio || 1;
    const view: View = { xMin: range.min, xMax: range.max, columns: Math.ceil(width * scale) };
    const rows = Math.ceil(height * scale);
    this.updateDatasets(chart, view, rows);
    this.updateOptions(chart, range);
    chart.update('none');
    this.options.onDrawn?.();
    // The first drawing, and one with wider numbers on the axis, learns only now how wide the chart is.
    const drawnWidth = this.area.right - this.area.left;
    this.isSettling = !this.isSettling && drawnWidth >= narrowest && Math.abs(drawnWidth - width) >= 1;
    if (this.isSettling) this.redraw();
  }

  /** A chart that was taken out of the page is let go, and made anew when it comes back: runs come and go by the hundred. */
  private madeChart(): Chart<'scatter', Point[]> {
    if (this.chart) return this.chart;
    this.theme = readTheme();
    const options = this.chartOptions();
    const chart = new Chart<'scatter', Point[]>(this.canvas, {
      type: 'scatter',
      data: { datasets: [] },
      options,
    });
    this.chart = chart;
    this.look = '';
    followThemeWhileShown(
      this.canvas,
      () => {
        this.theme = readTheme();
        this.look = '';
        this.redraw();
      },
      () => {
        chart.destroy();
        this.chart = undefined;
      },
    );
    return chart;
  }

  /** The same objects with other contents: chart.js then keeps what it has worked out for them. */
  private updateDatasets(chart: Chart<'scatter', Point[]>, view: View, rows: number): void {
    const { datasets } = chart.data;
    datasets.length = Math.min(datasets.length, this.series.length);
    for (const [index, series] of this.series.entries()) {
      const made = this.dataset(series, index, view, rows);
      const known = datasets[index];
      if (known) Object.assign(known, made);
      else datasets.push(made);
    }
  }

  private updateOptions(chart: Chart<'scatter', Point[]>, range: Range): void {
    const look = JSON.stringify([this.axes, this.yScale]);
    if (look !== this.look) {
      this.look = look;
      chart.options = this.chartOptions(range);
      return;
    }
    Object.assign(chart.options.scales?.x ?? {}, range);
  }

  private dataset(
    series: XySeries,
    index: number,
    view: View,
    rows: number,
  ): ChartDataset<'scatter', Point[]> {
    const style = this.styleOf(index);
    const { data, isLine } = visiblePoints(series, this.hidden.has(series.name), view, rows);
    const hollow = style.mark !== 'circle';
    const radius = data.length > fewPoints ? 1.5 : 2.5;
    // A line that fills every column would hide those below it; thin and plain it also is drawn in a fraction of the time.
    const isDense = isLine && data.length > view.columns;
    return {
      label: series.name,
      data: this.yScale.kind === 'log' ? aboveZero(data) : data,
      // Later series lie on top: where lines coincide, the first shows through the dashes of the others.
      order: -index,
      showLine: isLine,
      borderColor: style.colour,
      backgroundColor: hollow && !isLine ? 'transparent' : style.colour,
      borderDash: isDense ? [] : [...style.dash],
      borderWidth: isDense ? 1 : isLine ? (series.isMain ? 3 : 1.5) : hollow ? 1.25 : 0,
      borderJoinStyle: isDense ? 'bevel' : 'round',
      pointStyle: style.mark,
      pointRadius: isLine ? (data.length === 1 ? 2.5 : 0) : hollow ? radius + 1 : radius,
      pointBorderWidth: hollow ? 1.25 : 0,
      pointHitRadius: 0,
    };
  }

  private chartOptions(range?: Range): ChartOptions<'scatter'> {
    const { theme, yScale } = this;
    const font = { family: theme.fontFamily, size: Math.max(10, theme.fontSizePx - 2) };
    const axis = (text: string, type: 'linear' | 'logarithmic' = 'linear') => ({
      type,
      title: { display: true, text, color: theme.foreground, font, padding: 2 },
      border: { display: true, color: theme.grid },
      grid: { color: theme.grid, tickLength: 4 },
    });
    const ticks = { color: theme.description, font, maxRotation: 0 };
    return {
      locale: this.options.language,
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      parsing: false,
      normalized: true,
      events: [],
      layout: { padding: { top: 4, right: 8 } },
      onResize: () => this.redraw(),
      scales: {
        x: {
          ...axis(this.axes.xAxis),
          ...(range && { min: range.min, max: range.max }),
          ticks: { ...ticks, includeBounds: false, maxTicksLimit: 9 },
        },
        y: {
          ...axis(this.axes.yAxis, yScale.kind === 'log' ? 'logarithmic' : 'linear'),
          ...(yScale.kind === 'fixed' && { min: yScale.min, max: yScale.max }),
          ticks: { ...ticks, includeBounds: yScale.kind !== 'fixed', maxTicksLimit: 7 },
        },
      },
    };
  }
}

/** Smallest and largest finite x. */
export function dataRange(series: readonly XySeries[]): Range {
  let min = Infinity;
  let max = -Infinity;
  // One look per column: the series of a table share theirs.
  for (const x of new Set(series.map((one) => one.x))) {
    for (const value of x) {
      if (value < min && value !== -Infinity) min = value;
      if (value > max && value !== Infinity) max = value;
    }
  }
  if (min > max) return { min: 0, max: 1 };
  return min === max ? { min: min - 0.5, max: max + 0.5 } : { min, max };
}

/** Room for the marks at both ends. */
export function padded({ min, max }: Range): Range {
  const room = (max - min) * 0.02;
  return { min: min - room, max: max + room };
}
