/** One model: its layers, how it learned, and what it predicts. Columns of several models stand side by side, row by row. */
import type { RunData, RunModel } from '../../src/core/project/run';
import type { LayerCodes } from '../../src/core/quantize/layerCodes';
import type { Sentence } from '../../l10n/sentences';
import type { ChartCard } from '../shared/chartCard';
import { element, setText } from '../shared/element';
import { numberField, table } from '../shared/ui';
import type { Words } from '../shared/words';
import type { XySeries } from '../shared/xySeries';
import type { Range } from '../shared/zoomRange';
import { axisNames, partRange } from '../../src/core/report/findings';
import { layerName, layerShape } from '../../src/core/report/layerNames';
import { modelFindings } from '../../src/core/report/modelFindings';
import { skippedEpochs } from '../../src/core/report/skippedEpochs';
import { trainingCard, type TrainingPage } from './trainingCard';
import { WeightsView } from './weightsView';

export class ModelColumn {
  readonly element: HTMLElement;
  private readonly facts = element('p', { class: 'description' });
  /** Stands beside the fit of the model, above the columns. */
  readonly loss: ChartCard;
  private readonly lossLater;
  private readonly maeLater;
  private readonly trained;
  private readonly tested;
  private readonly weights: WeightsView;
  private skip: number;
  private drawnResult: RunModel['result'];
  private judged: readonly RunModel['result'][] = [];
  /** What the run says about its fit, which stands above the columns. */
  fitFindings: readonly Sentence[] = [];
  private shown: { readonly model: RunModel; readonly learning: boolean } | undefined;

  constructor(
    private readonly page: TrainingPage,
    index: number,
    model: RunModel,
  ) {
    const { words } = page;
    const { t } = words;
    this.weights = new WeightsView(page);
    const skipKey = `skip ${model.name}`;
    const kept = page.recall(skipKey);
    const mostSkipped = Math.max(0, model.epochs - 1);
    this.skip = typeof kept === 'number' ? Math.min(kept, mostSkipped) : skippedEpochs(index, model.epochs);
    const epochs = { xAxis: t('training.axis.epochs'), empty: t('training.empty.learning'), readOut: true };
    const points = { xAxis: 'x', yAxis: 'y', empty: t('training.empty.predictions') };
    const card = (id: string, options: Omit<Parameters<typeof trainingCard>[1], 'id' | 'level'>) =>
      trainingCard(page, { id: `${model.name} ${id}`, level: 4, ...options });
    const lossAxis = { ...epochs, yAxis: t('training.axis.loss') };
    this.loss = trainingCard(page, {
      id: `${model.name} loss`,
      level: 3,
      title: t('training.chart.loss'),
      ...lossAxis,
    });
    const later = { empty: t('training.empty.skipped') };
    this.lossLater = card('loss later', { title: t('training.chart.loss'), ...lossAxis, ...later });
    this.maeLater = card('mae', {
      title: t('training.chart.mae'),
      ...epochs,
      ...later,
      yAxis: t('training.axis.mae'),
    });
    this.trained = card('trained', { title: t('training.chart.trained'), ...points });
    this.tested = card('tested', { title: t('training.chart.tested'), ...points });
    const skip = numberField({
      before: t('training.skip.before'),
      after: t('training.skip.after'),
      value: this.skip,
      min: 0,
      max: mostSkipped,
      onChange: (value) => {
        this.skip = value;
        page.keep(skipKey, value);
        this.drawLearning();
      },
    });
    this.element = element(
      'div',
      { class: 'model' },
      element('div', {}, element('h3', {}, model.name), this.facts),
      element('div', {}, layerTable(words, model), this.weights.element),
      skip,
      this.lossLater.element,
      this.maeLater.element,
      this.trained.element,
      this.tested.element,
    );
  }

  /**
   * @param models all of the run
   * @param codes of the int8 file, where it was made of this model
   */
  update(
    model: RunModel,
    learning: boolean,
    data: RunData | undefined,
    models: readonly RunModel[],
    codes?: readonly LayerCodes[],
  ): void {
    this.shown = { model, learning };
    this.drawLearning();
    setText(this.facts, this.factsText(model));
    const inputNames = data?.table?.inputNames ?? ['x'];
    this.weights.show({ model, inputNames, ...(codes && { codes }) });
    if (data) this.say(data, model, models);
    if (model.result !== this.drawnResult && data) {
      this.drawnResult = model.result;
      const predictions = model.result?.predictions;
      const { t } = this.page.words;
      const pair = (part: 'train' | 'test'): XySeries[] => {
        if (!predictions) return [];
        const [from, to] = partRange(data, part);
        const x = data.x.subarray(from, to);
        return [
          { name: t('training.series.actual'), draw: 'points', x, y: data.y.subarray(from, to) },
          { name: t('training.series.predicted'), draw: 'points', x, y: predictions.subarray(from, to) },
        ];
      };
      for (const [chart, part] of [
        [this.trained, 'train'],
        [this.tested, 'test'],
      ] as const) {
        chart.nameAxes(axisNames(data));
        chart.show(pair(part));
      }
    }
  }

  /** Computed anew when a model of the run has learned: a later one may show what the data allows. */
  private say(data: RunData, model: RunModel, models: readonly RunModel[]): void {
    const results = models.map(({ result }) => result);
    if (results.length === this.judged.length && results.every((one, at) => one === this.judged[at])) return;
    this.judged = results;
    const { verdict, loss, lossLater, bends, tested } = modelFindings(data, model, models);
    this.fitFindings = [...verdict, ...bends];
    this.loss.say(loss);
    this.lossLater.say(lossLater);
    this.tested.say(tested);
  }

  /** Marks an epoch on every chart over epochs. */
  showEpoch(epoch: number | undefined): void {
    for (const chart of [this.loss, this.lossLater, this.maeLater]) chart.mark(epoch);
  }

  private drawLearning(): void {
    if (!this.shown) return;
    const { model, learning } = this.shown;
    const { history } = model;
    const { t } = this.page.words;
    const finished = history.loss.length;
    // While it learns, the axis spans what is to come; afterwards what there is.
    const end = Math.max(2, learning ? model.epochs : finished);
    const draw = (
      first: number,
      training: readonly number[],
      validation: readonly number[],
      names: [string, string],
    ) => {
      const x = Array.from({ length: Math.max(0, finished - first) }, (_, index) => first + index + 1);
      const range: Range = { min: first + 1, max: Math.max(end, first + 2) };
      const series: XySeries[] =
        x.length === 0
          ? []
          : [
              { name: names[0], draw: 'line', x, y: training.slice(first) },
              { name: names[1], draw: 'line', x, y: validation.slice(first) },
            ];
      return [series, range] as const;
    };
    const losses: [string, string] = [t('training.series.trainingLoss'), t('training.series.validationLoss')];
    const maes: [string, string] = [t('training.series.trainingMae'), t('training.series.validationMae')];
    // Of one that was stopped before them, there would be nothing to see.
    const skip = learning || this.skip < finished ? this.skip : 0;
    const without = t('training.skip.subtitle', { epochs: skip });
    const fromFirst = t('training.skip.none');
    const subtitle = skip === 0 ? fromFirst : without;
    this.loss.show(...draw(0, history.loss, history.val_loss, losses), fromFirst);
    this.lossLater.show(...draw(skip, history.loss, history.val_loss, losses), subtitle);
    this.maeLater.show(...draw(skip, history.mae, history.val_mae, maes), subtitle);
  }

  private factsText({ parameters, epochs, history, result }: RunModel): string {
    const { t, number } = this.page.words;
    if (!result) return t('training.model.asked', { parameters, epochs });
    const { seconds, stopped, bestEpoch } = result;
    const facts = {
      epochs: history.loss.length,
      asked: epochs,
      seconds: number(Math.round(seconds * 100) / 100),
      best: bestEpoch,
      loss: number(history.val_loss[bestEpoch - 1] ?? NaN),
    };
    return stopped ? t('training.model.stopped', facts) : t('training.model.trained', facts);
  }
}

function layerTable({ t, number }: Words, { name, layers, parameters }: RunModel): HTMLElement {
  return table({
    label: t('training.layers', { model: name }),
    columns: [
      { title: t('training.layers.type'), kind: 'text' },
      { title: t('training.layers.shape'), kind: 'text' },
      { title: t('training.layers.parameters'), kind: 'number' },
    ],
    rows: layers.map((layer) => [layerName(layer), layerShape(layer), number(layer.parameters)]),
    footer: [t('training.layers.total'), '', number(parameters)],
  });
}
