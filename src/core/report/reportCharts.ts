/** Which charts a report shows, titled as in the tutorial; the same as on the training page. */
import type { ConvertedKind, DeviceCurve, RunConverted, RunData, RunModel } from '../project/run';
import type { SentenceId } from '../../../l10n/sentences';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { partRange, type Part } from './findings';
import type { SvgChart, SvgSeries } from './svgChart';

export interface NamedChart {
  /** Relative to the folder of `report.md`. */
  readonly path: string;
  readonly chart: SvgChart;
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
  };
}

/** Early epochs dwarf the rest: this many are left out in the later charts, as in the tutorial. */
const skips = [50, 100];

export function modelCharts(data: RunData, model: RunModel, index: number, say: Say): NamedChart[] {
  const { history, name, result } = model;
  if (!result) return [];
  const epochs = history.loss.length;
  const wanted = skips[Math.min(index, skips.length - 1)] ?? 0;
  const skip = wanted < epochs / 2 ? wanted : 0;
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
  const charts: [string, SvgChart][] = [
    ['loss', { title: lossTitle, ...lossAxes, series: loss(0) }],
    ...(skip > 0
      ? [
          ['loss_later', { title: lossTitle, ...skipped, ...lossAxes, series: loss(skip) }] satisfies [
            string,
            SvgChart,
          ],
        ]
      : []),
    [
      'mae',
      {
        title: say(sentence('training.chart.mae')),
        ...(skip > 0 ? skipped : {}),
        xAxis,
        yAxis: say(sentence('training.axis.mae')),
        series: mae,
      },
    ],
    ['trained', { title: say(sentence('training.chart.trained')), ...axes(data), series: fit('train') }],
    ['tested', { title: say(sentence('training.chart.tested')), ...axes(data), series: fit('test') }],
  ];
  return charts.map(([kind, chart]) => ({ path: `report/${name}_${kind}.svg`, chart }));
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
  };
}

export function deviceChart(data: RunData, device: DeviceCurve, say: Say): NamedChart {
  const series: SvgSeries[] = [
    { name: say(sentence('training.series.device')), draw: 'line', x: device.x, y: device.y },
  ];
  return {
    path: 'report/device.svg',
    chart: { title: say(sentence('training.chart.device')), ...axes(data), series },
  };
}

function points(name: string, part: Part, data: RunData, y: Float32Array): SvgSeries {
  const [from, to] = partRange(data, part);
  return { name, draw: 'points', x: data.x.subarray(from, to), y: y.subarray(from, to) };
}

function axes({ table }: RunData): { readonly xAxis: string; readonly yAxis: string } {
  return { xAxis: table?.inputNames[0] ?? 'x', yAxis: table?.targetName ?? 'y' };
}
