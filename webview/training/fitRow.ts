/** One model as it learned: its curve over the data, the losses beside it, and a slider through its epochs. */
import { fitMoment, momentAt, type FitSnapshots } from '../../src/core/nn/fitSnapshots';
import { modelOfRows } from '../../src/core/nn/model';
import { fitPoints, type FitPoints } from '../../src/core/project/fitPoints';
import { layersText } from '../../src/core/project/projectChanges';
import type { RunData, RunModel } from '../../src/core/project/run';
import { axisNames } from '../../src/core/report/findings';
import type { ChartCard } from '../shared/chartCard';
import { element } from '../shared/element';
import type { XySeries } from '../shared/xySeries';
import type { Range } from '../shared/zoomRange';
import { EpochPlayer } from './epochPlayer';
import type { ModelColumn } from './modelColumn';
import { NeuronView } from './neuronView';
import { trainingCard, type TrainingPage } from './trainingCard';

/** Enough to see the data, few enough to be drawn 60 times a second. The order of the shuffle makes them a fair choice. */
const mostSamples = 600;

/** What stays the same while the curve moves. */
interface Backdrop {
  readonly points: FitPoints;
  readonly series: readonly XySeries[];
  readonly xRange: Range;
  readonly yRange: Range;
}

export class FitRow {
  readonly element: HTMLElement;
  private readonly fit: ChartCard;
  private readonly player: EpochPlayer;
  private readonly neuronToggle: HTMLButtonElement;
  private readonly neuronPlace = element('div', { hidden: true });
  private readonly backdrop: Backdrop;
  private readonly shape: string;
  private readonly xName: string;
  private neurons: NeuronView | undefined;
  private snapshots: FitSnapshots | undefined;
  private index = 0;

  constructor(
    private readonly page: TrainingPage,
    private readonly model: RunModel,
    data: RunData,
    private readonly column: Pick<ModelColumn, 'loss' | 'fitFindings' | 'showEpoch'>,
  ) {
    const { t } = page.words;
    const { name } = model;
    const { table } = data;
    this.shape = shapeText(model);
    const isCurve = (table?.inputNames.length ?? 1) === 1;
    this.xName = axisNames(data).x;
    this.fit = trainingCard(page, {
      id: `${name} fit`,
      title: t('playground.fit', { model: name }),
      level: 3,
      xAxis: isCurve ? this.xName : t('playground.actual'),
      yAxis: isCurve ? axisNames(data).y : t('playground.predicted'),
      empty: t('playground.noFit'),
    });
    this.fit.show([], undefined, this.shape);
    this.backdrop = isCurve ? curveBackdrop(page, data) : scatterBackdrop(page, data);
    this.player = new EpochPlayer({ words: page.words, model: name, onShow: (index) => this.show(index) });
    this.neuronToggle = element(
      'button',
      {
        type: 'button',
        class: 'tool',
        'aria-pressed': 'false',
        'aria-label': t('playground.neuronsOf', { model: name }),
      },
      t('playground.neurons'),
    );
    this.neuronToggle.addEventListener('click', () => this.toggleNeurons());
    this.neuronToggle.disabled = true;
    this.neuronToggle.hidden = !isCurve;
    this.element = element(
      'div',
      { class: 'fit' },
      element('div', { class: 'fit-charts' }, this.fit.element, column.loss.element),
      element('div', { class: 'fit-controls' }, this.player.element, this.neuronToggle),
      this.neuronPlace,
    );
  }

  /** The newest while it learns; afterwards all, from the one that is kept on. */
  update({ snapshots, epochs, result, history }: RunModel): void {
    this.fit.say(this.column.fitFindings);
    // A state that says the same again must not move the slider.
    if (!snapshots || (this.snapshots && sameEpochs(snapshots, this.snapshots))) return;
    this.snapshots = snapshots;
    const { t } = this.page.words;
    const texts = Array.from(snapshots.epochs, (epoch) =>
      epoch === 0 ? t('playground.untouched') : t('playground.afterEpoch', { epoch, epochs }),
    );
    const shown = result?.stopped ? result.bestEpoch : history.loss.length;
    this.neuronToggle.disabled = snapshots.weights === undefined;
    this.player.load(texts, momentAt(snapshots, shown));
  }

  private show(index: number): void {
    const { snapshots, backdrop } = this;
    if (!snapshots) return;
    this.index = index;
    const { epoch, outputs, weights } = fitMoment(snapshots, index);
    const { targets, inputs } = backdrop.points;
    const { t } = this.page.words;
    const network: XySeries = targets
      ? { name: t('playground.predicted'), draw: 'points', x: targets, y: outputs }
      : { name: t('playground.network'), draw: 'line', isMain: true, x: inputs, y: outputs };
    this.fit.show([...backdrop.series, network], backdrop.xRange, this.shape, backdrop.yRange);
    // At the end there is nothing to mark: the curves end there too.
    const isLast = index === snapshots.epochs.length - 1;
    this.column.showEpoch(isLast ? undefined : Math.max(1, epoch));
    if (weights && !this.neuronPlace.hidden) this.neurons?.show(weights);
  }

  private toggleNeurons(): void {
    const { name, layers } = this.model;
    this.neuronPlace.hidden = !this.neuronPlace.hidden;
    this.neuronToggle.setAttribute('aria-pressed', String(!this.neuronPlace.hidden));
    if (!this.neurons) {
      const { inputs } = this.backdrop.points;
      this.neurons = new NeuronView(this.page, modelOfRows(name, 1, layers), inputs, this.xName);
      this.neuronPlace.append(this.neurons.element);
    }
    this.show(this.index);
  }
}

/** `16 relu, 16 relu, 1`: how many neurons each layer has. */
function shapeText({ layers }: RunModel): string {
  return layersText(layers.map(({ activation, outputShape: [, units] }) => ({ activation, units })));
}

function sameEpochs({ epochs: one }: FitSnapshots, { epochs: other }: FitSnapshots): boolean {
  return one.length === other.length && one.every((epoch, index) => epoch === other[index]);
}

function curveBackdrop(page: TrainingPage, data: RunData): Backdrop {
  const points = fitPoints(data);
  const shown = Math.min(data.trainEnd, mostSamples);
  const x = data.x.subarray(0, shown);
  const y = data.y.subarray(0, shown);
  const series: XySeries = { name: page.words.t('training.series.train'), draw: 'points', x, y };
  return { points, series: [series], xRange: spanOf(points.inputs, 0.02), yRange: spanOf(y, 0.12) };
}

function scatterBackdrop(page: TrainingPage, data: RunData): Backdrop {
  const points = fitPoints(data);
  const range = spanOf(points.targets ?? [0, 1], 0.08);
  const ends = [range.min, range.max];
  const identity: XySeries = { name: page.words.t('playground.identity'), draw: 'line', x: ends, y: ends };
  return { points, series: [identity], xRange: range, yRange: range };
}

/** From the lowest to the highest, with a share of that as room on both sides. */
function spanOf(values: Iterable<number>, room: number): Range {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  if (!(max > min)) return { min: min - 1, max: min + 1 };
  return { min: min - room * (max - min), max: max + room * (max - min) };
}
