/** Plot, console and controls together: takes what the host sends, draws once per frame, and tells what a person wants. */
import type { MonitorHostSide, MonitorPageSide, MonitorState } from '../../src/protocol/monitorPage';
import { chartPng } from '../shared/chartPicture';
import { element } from '../shared/element';
import { oncePerFrame } from '../shared/oncePerFrame';
import type { StartedPage } from '../shared/page';
import { AlertsPanel } from './alertsPanel';
import { ConnectionLine } from './connectionLine';
import { ConsoleArea } from './consoleArea';
import { MeasureArea } from './measureArea';
import { createModel, takeFrame, takeNotice, type MonitorModel } from './monitorModel';
import { MonitorToolbar } from './monitorToolbar';
import { PairPlot } from './pairPlot';
import { PlotArea } from './plotArea';
import { ScoreBars } from './scoreBars';
import { SendBar } from './sendBar';
import { SeriesLooks } from './seriesLooks';
import { SeriesPanel } from './seriesPanel';
import { StreamChip } from './streamChip';
import { ViewControl, windowKey, windowOf } from './viewControl';
import { YScaleControl } from './yScaleControl';

export type MonitorPage = StartedPage<
  MonitorPageSide['event'],
  MonitorHostSide['event'],
  MonitorPageSide['requests']
>;
type Delta = Exclude<MonitorHostSide['event'], { readonly type: 'state' } | { readonly type: 'elsewhere' }>;

export class MonitorScreen {
  readonly element: HTMLElement;
  private model: MonitorModel;
  private readonly looks: SeriesLooks;
  private readonly view: ViewControl;
  private readonly plot: PlotArea;
  private readonly pairs: PairPlot;
  private readonly console: ConsoleArea;
  private readonly chip: StreamChip;
  private readonly toolbar: MonitorToolbar;
  private readonly connection: ConnectionLine;
  private readonly measures: MeasureArea;
  private readonly scores: ScoreBars;
  private readonly seriesPanel: SeriesPanel;
  private readonly alerts: AlertsPanel;
  private readonly sendBar: SendBar;
  private readonly yScale: YScaleControl;
  /** Name of the series along x; empty for time. */
  private xName = '';
  private readonly unshown: number[] = [];

  private areControlsStale = true;
  /** A console that stands still would stay without the lines that are still to come from before the page. */
  private hasConsole = false;

  private readonly drawSoon = oncePerFrame(() => this.draw());

  constructor(
    private readonly page: MonitorPage,
    state: MonitorState,
  ) {
    const { words } = page;
    this.model = createModel(state);
    this.looks = new SeriesLooks(page, () => this.redraw());
    this.view = new ViewControl(windowOf(page.recall('window')), (view) => page.send({ type: 'view', view }));
    this.plot = new PlotArea({
      words,
      looks: this.looks,
      view: this.view,
      onMoved: () => this.moved(),
      onDrawn: () => this.drawn(),
      onCursors: () => this.measures.cursorsMoved(),
    });
    this.pairs = new PairPlot(words, this.looks, page.ask);
    this.console = new ConsoleArea({
      words,
      showTimes: page.recall('times') === true,
      onShowTimes: (shown) => page.keep('times', shown),
      onReveal: (text) => page.send({ type: 'revealLine', text }),
      onCopy: (text) => page.send({ type: 'copy', text }),
      rawBytes: () => page.ask('rawBytes', undefined),
    });
    this.chip = new StreamChip(
      words,
      () => page.ask('rejects', undefined),
      (format) => page.send({ type: 'setFormat', format }),
      (what) => page.send({ type: 'skip', what }),
    );
    this.measures = new MeasureArea(words, page.ask, () => this.plot.cursors.times);
    this.scores = new ScoreBars(words);
    this.seriesPanel = new SeriesPanel(
      words,
      this.looks,
      (name) => this.plot.colourOf(name),
      (name) => page.send({ type: 'revealSeries', name }),
    );
    this.alerts = new AlertsPanel(words, (triggers) => page.send({ type: 'setTriggers', triggers }));
    this.sendBar = new SendBar(page);
    this.connection = new ConnectionLine(page);
    this.yScale = new YScaleControl(
      words,
      () => this.plot.yRange,
      () => this.redraw(),
    );
    this.toolbar = new MonitorToolbar(words, this.yScale.element, {
      pause: () => this.pause(),
      window: (choice) => {
        page.keep('window', windowKey(choice));
        this.view.setWindow(choice);
        this.moved();
      },
      xSeries: (name) => {
        this.xName = name;
        this.redraw();
      },
      record: () => {
        const isOn = this.model.status.recording.name === 'on';
        page.send({ type: isOn ? 'stopRecording' : 'startRecording' });
      },
      alerts: () => {
        this.alerts.element.hidden = !this.alerts.element.hidden;
        this.redraw();
      },
      series: () => {
        this.seriesPanel.element.hidden = !this.seriesPanel.element.hidden;
        this.redraw();
      },
      statistics: () => {
        this.measures.toggleStatistics();
        this.redraw();
      },
      cursors: () => {
        this.plot.toggleCursors();
        this.redraw();
      },
      savePng: () => void this.savePng(),
      saveCsv: () => page.send({ type: 'saveCsv', fromS: this.plot.range.min, toS: this.plot.range.max }),
      clear: () => page.send({ type: 'clear' }),
      openInEditor: () => page.send({ type: 'openInEditor' }),
    });
    this.element = element(
      'div',
      { class: 'monitor' },
      element('h1', { class: 'only-heard' }, words.t('monitor.title')),
      element('div', { class: 'bar top' }, this.connection.element, this.chip.element, this.toolbar.element),
      element(
        'div',
        { class: 'halves' },
        element('div', { class: 'half plotted' }, this.plot.element, this.pairs.element, this.scores.element),
        element(
          'div',
          { class: 'half spoken' },
          this.chip.details,
          this.seriesPanel.element,
          this.alerts.element,
          this.measures.element,
          this.console.element,
          this.sendBar.element,
        ),
      ),
    );
    this.restart(state);
  }

  /** Everything anew: the page was hidden, or took over. */
  restart(state: MonitorState): void {
    this.model = createModel(state);
    this.sendBar.setHistory(state.history);
    this.alerts.set(state.triggers);
    this.console.clear();
    this.view.begin(state.still && { min: state.still.fromS, max: state.still.toS });
    void this.loadConsole();
    this.redraw();
  }

  take(event: Delta): void {
    switch (event.type) {
      case 'status':
        if (event.status.session !== this.model.status.session) {
          this.console.clear();
          this.model.fired = [];
          this.model.notices = [];
          this.view.follow();
        }
        this.model.status = event.status;
        this.model.source = event.source;
        break;
      case 'frame':
        takeFrame(this.model, event.frame);
        if (event.frame.console) this.console.take(event.frame.console);
        this.unshown.push(event.frame.number);
        this.drawSoon();
        return;
      case 'notice':
        takeNotice(this.model, event.notice);
        break;
      case 'fired':
        this.model.fired = [...this.model.fired, event.fired].slice(-50);
        break;
      case 'frozen':
        if (event.view.kind === 'fixed') this.view.freeze({ min: event.view.fromS, max: event.view.toS });
        break;
    }
    this.redraw();
  }

  /** Everything; a picture of the stream alone is drawn by `drawSoon`. */
  private redraw(): void {
    this.areControlsStale = true;
    this.drawSoon();
  }

  private draw(): void {
    const { model } = this;
    const { status } = model;
    const isPairs = this.xName !== '' && status.series.some(({ name }) => name === this.xName);
    this.plot.element.hidden = isPairs;
    this.pairs.element.hidden = !isPairs;
    if (this.areControlsStale) this.drawControls(isPairs);
    this.plot.show(model, this.yScale.scale);
    if (isPairs) {
      const { min, max } = this.plot.range;
      this.pairs.show(status, this.xName, { fromS: min, toS: max });
    }
    if (this.areControlsStale) this.plot.showLegend();
    this.areControlsStale = false;
    this.console.freeze(!this.view.isFollowing && this.hasConsole);
    this.console.drawChanges();
    this.measures.follow(this.plot.range, this.plot.endS);
    if (isPairs) this.drawn();
  }

  private drawControls(isPairs: boolean): void {
    const { model } = this;
    const { status } = model;
    this.connection.show(model);
    this.chip.show(status);
    this.toolbar.show({
      model,
      isFollowing: this.view.isFollowing,
      window: this.view.window,
      xName: isPairs ? this.xName : '',
      hasStatistics: this.measures.isOn,
      hasCursors: this.plot.cursors.times !== undefined,
      hasSeriesPanel: !this.seriesPanel.element.hidden,
      hasAlerts: !this.alerts.element.hidden,
    });
    this.scores.show(status);
    this.seriesPanel.show(status);
    this.alerts.show(status);
    this.sendBar.show(status.connection.name === 'open' && model.source?.kind !== 'replay');
    this.plot.say(this.page.words.t(hintOf(model)));
  }

  /** Only a frame that stands on the screen makes room for the next one. */
  private drawn(): void {
    for (const frame of this.unshown.splice(0)) this.page.send({ type: 'shown', frame });
  }

  private pause(): void {
    if (this.view.isFollowing) this.view.freeze(this.plot.range);
    else this.view.follow();
    this.moved();
  }

  private moved(): void {
    this.redraw();
  }

  private async savePng(): Promise<void> {
    const { chart, series } = this.pairs.element.hidden ? this.plot.picture : this.pairs.picture;
    const { connection } = this.model.status;
    const title = 'label' in connection ? connection.label : this.page.words.t('monitor.title');
    const bytes = await chartPng(chart, { title, subtitle: '', series });
    if (bytes) this.page.send({ type: 'savePng', bytes });
  }

  /** Lines from before the page was there. */
  private async loadConsole(): Promise<void> {
    this.hasConsole = this.model.status.counts.lines === 0;
    if (this.hasConsole) return;
    try {
      this.console.take(await this.page.ask('consoleLines', { firstLine: 0, count: 10_000 }));
    } finally {
      this.hasConsole = true;
      this.redraw();
    }
  }
}

function hintOf({ status }: MonitorModel): 'monitor.hintClosed' | 'monitor.hintWaiting' | 'monitor.hintText' {
  const { name } = status.connection;
  if (name === 'closed' || (name === 'failed' && status.counts.lines === 0)) return 'monitor.hintClosed';
  return status.counts.lines === 0 ? 'monitor.hintWaiting' : 'monitor.hintText';
}
