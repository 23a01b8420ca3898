/** X–Y mode: series over another series of the same lines, as points. */
import type { StreamQueries, StreamStatus, TimeSpan } from '../../src/protocol/streamWorker';
import { ChartLegend } from '../shared/chartLegend';
import type { PicturedChart } from '../shared/chartPicture';
import { element } from '../shared/element';
import type { Ask } from '../shared/page';
import { pacedQuestion } from '../shared/pacedQuestion';
import type { Words } from '../shared/words';
import { XyChart } from '../shared/xyChart';
import type { XySeries } from '../shared/xySeries';
import type { SeriesLooks } from './seriesLooks';

const mostPairs = 2000;
const intervalMs = 200;

export class PairPlot {
  readonly element: HTMLElement;
  private readonly chart: XyChart;
  private readonly legend: ChartLegend;
  private xName = '';
  private status: StreamStatus | undefined;
  private span: TimeSpan = { fromS: 0, toS: 0 };
  private readonly refresh = pacedQuestion(intervalMs, () => this.load());
  private series: readonly XySeries[] = [];

  constructor(
    private readonly words: Words,
    private readonly looks: SeriesLooks,
    private readonly ask: Ask<StreamQueries>,
  ) {
    const canvas = element('canvas', { role: 'img', 'aria-label': words.t('monitor.pairPlot') });
    this.legend = new ChartLegend(words.t('monitor.seriesShown'), (name) =>
      this.looks.set(name, { hidden: true }),
    );
    this.element = element(
      'div',
      { class: 'plot-area', hidden: true },
      element('div', { class: 'chart' }, canvas),
      this.legend.element,
    );
    this.chart = this.newChart(canvas);
  }

  get picture(): PicturedChart {
    const series = this.series.map(({ name, draw }, index) => ({
      name,
      draw,
      style: this.chart.styleOf(index),
    }));
    return { chart: this.chart, series };
  }

  show(status: StreamStatus, xName: string, span: TimeSpan): void {
    this.status = status;
    this.span = span;
    if (xName === this.xName) {
      this.refresh();
      return;
    }
    this.xName = xName;
    this.series = [];
    this.refresh.now();
  }

  private async load(): Promise<void> {
    const { xName: x, span } = this;
    const { fromS, toS } = span;
    const others = this.status?.series.filter((one) => one.name !== x && !this.looks.isHidden(one)) ?? [];
    const loaded = await Promise.all(
      others.map(async ({ name }): Promise<XySeries> => {
        const { xs, ys } = await this.ask('pairs', { x, y: name, fromS, toS, limit: mostPairs });
        const colour = this.looks.colour(name);
        return { name, draw: 'points', x: xs, y: ys, ...(colour !== undefined && { colour }) };
      }),
    );
    // Another x may have been chosen while the answers were on their way.
    if (x !== this.xName) return;
    this.series = loaded.filter(({ x: xs }) => xs.length > 0);
    this.chart.show(this.series, new Set());
  }

  private newChart(canvas: HTMLCanvasElement): XyChart {
    const names = {
      x: () => this.xName,
      y: () => (this.series.length === 1 ? (this.series[0]?.name ?? '') : ''),
    };
    return new XyChart(canvas, {
      // Read with each drawing: the person may choose another series.
      get xAxis() {
        return names.x();
      },
      get yAxis() {
        return names.y();
      },
      language: this.words.language,
      // In the chart's colours, which another theme changes.
      onDrawn: () => this.legend.show(this.series, new Set(), (index) => this.chart.styleOf(index)),
    });
  }
}
