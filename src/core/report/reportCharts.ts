/** Which charts a report shows, titled as in the tutorial; the same as on the training page. */
import type { ConvertedKind, DeviceCurve, RunConverted, RunData, RunModel } from '../project/run';
import type { SentenceId } from '../../../l10n/sentences';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { convertedFindings } from './convertedFindings';
import { dataFindings } from './dataFindings';
import { axisNames, partRange, type Part } from './findings';
import { modelFindings } from './modelFindings';
import { skippedEpochs } from './skippedEpochs';
import type { SvgChart, SvgSeries } from './svgChart';

export interface NamedChart {
  /** Relative to the folder of `report.md`. */
  readonly path: string;
  readonly chart: SvgChart;
  /** What the run says about it. */
  readonly said: readonly Sentence[];
}

export type Say = (said: Sentence) => string;

export function dataChart(data: RunData, say: Say): NamedChart {
  const split: readonly (readonly [Part, Sentence])[] = [
    ['train', sentence('training.series.train')],
    ['test', sentence('training.series.test')],
    ['validation', sentence('training.series.validate')],
  ];
  const series = split.map(([part, name]) => points(say(name), part, data, data.y));
  return {
    path: 'report/data.svg',
    chart: { title: say(sentence('training.chart.split')), ...axes(data), series },
    said: dataFindings(data),
  };
}

export function modelCharts(
  data: RunData,
  models: readonly RunModel[],
  index: number,
  say: Say,
): NamedChart[] {
  const model = models[index];
  if (!model) return [];
  const { history, name, result } = model;
  if (!result) return [];
  const skip = skippedEpochs(index, history.loss.length);
  const lines = (
    first: number,
    training: [Sentence, readonly number[]],
    validation: [Sentence, readonly number[]],
  ) =>
    [training, validation].map(([title, values]): SvgSeries => {
      const y = values.slice(first);
      return { name: say(title), draw: 'line', x: y.map((_, at) => first + at + 1), y };
    });
  const loss = (first: number): SvgSeries[] =>
    lines(
      first,
      [sentence('training.series.trainingLoss'), history.loss],
      [sentence('training.series.validationLoss'), history.val_loss],
    );
  const mae = lines(
    skip,
    [sentence('training.series.trainingMae'), history.mae],
    [sentence('training.series.validationMae'), history.val_mae],
  );
  const xAxis = say(sentence('training.axis.epochs'));
  const lossAxes = { xAxis, yAxis: say(sentence('training.axis.loss')) };
  const skipped = { subtitle: say(sentence('training.skip.subtitle', { epochs: skip })) };
  const lossTitle = say(sentence('training.chart.loss'));
  const fit = (part: Part): SvgSeries[] => [
    points(say(sentence('training.series.actual')), part, data, data.y),
    points(say(sentence('training.series.predicted')), part, data, result.predictions),
  ];
  const said = modelFindings(data, model, models);
  const named = (kind: string, chart: SvgChart, about: readonly Sentence[]): NamedChart => ({
    path: `report/${name}_${kind}.svg`,
    chart,
    said: about,
  });
  const later = { title: lossTitle, ...skipped, ...lossAxes, series: loss(skip) };
  const maeChart = {
    title: say(sentence('training.chart.mae')),
    ...(skip > 0 ? skipped : {}),
    xAxis,
    yAxis: say(sentence('training.axis.mae')),
    series: mae,
  };
  const onTraining = { title: say(sentence('training.chart.trained')), ...axes(data), series: fit('train') };
  const onTest = { title: say(sentence('training.chart.tested')), ...axes(data), series: fit('test') };
  return [
    named('loss', { title: lossTitle, ...lossAxes, series: loss(0) }, [
      ...said.verdict,
      ...said.loss,
      ...(skip > 0 ? [] : said.lossLater),
    ]),
    ...(skip > 0 ? [named('loss_later', later, said.lossLater)] : []),
    named('mae', maeChart, []),
    named('trained', onTraining, said.bends),
    named('tested', onTest, said.tested),
  ];
}

const convertedNames: Readonly<Record<ConvertedKind, SentenceId>> = {
  float: 'training.series.lite',
  quantized: 'training.series.liteQuantized',
  int8: 'training.series.liteInt8',
};

export function comparisonChart(
  data: RunData,
  model: RunModel | undefined,
  converted: readonly RunConverted[],
  say: Say,
): NamedChart {
  const [from, to] = partRange(data, 'test');
  const x = data.x.subarray(from, to);
  const original = model?.result?.predictions;
  const series: SvgSeries[] = [
    points(say(sentence('training.series.actual')), 'test', data, data.y),
    ...(original ? [points(say(sentence('training.series.original')), 'test', data, original)] : []),
    ...converted.map(({ kind, predictions }): SvgSeries => ({
      name: say({ id: convertedNames[kind], args: {} }),
      draw: 'points',
      x,
      y: predictions,
    })),
  ];
  return {
    path: 'report/comparison.svg',
    chart: { title: say(sentence('training.chart.compare')), ...axes(data), series },
    said: convertedFindings(data, converted),
  };
}

export function deviceChart(data: RunData, device: DeviceCurve, say: Say): NamedChart {
  const series: SvgSeries[] = [
    { name: say(sentence('training.series.device')), draw: 'line', x: device.x, y: device.y },
  ];
  return {
    path: 'report/device.svg',
    chart: { title: say(sentence('training.chart.device')), ...axes(data), series },
    said: [],
  };
}

function points(name: string, part: Part, data: RunData, y: Float32Array): SvgSeries {
  const [from, to] = partRange(data, part);
  return { name, draw: 'points', x: data.x.subarray(from, to), y: y.subarray(from, to) };
}

function axes(data: RunData): { readonly xAxis: string; readonly yAxis: string } {
  const { x, y } = axisNames(data);
  return { xAxis: x, yAxis: y };
}
