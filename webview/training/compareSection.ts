/** Steps 9 and 10: every model and every file made of the last one, on the test split. */
import type { ConvertedKind, RunModel } from '../../src/core/project/run';
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element, setText } from '../shared/element';
import { table, type Cell } from '../shared/ui';
import type { XySeries } from '../shared/xySeries';
import { convertedFindings } from '../../src/core/report/convertedFindings';
import { axisNames, noiseMse, partRange } from '../../src/core/report/findings';
import { trainingCard, type TrainingPage } from './trainingCard';

export class CompareSection {
  readonly element: HTMLElement;
  private readonly facts = element('p', { class: 'description' });
  private readonly place = element('div');
  private readonly chart;
  private drawn: readonly unknown[] = [];

  constructor(private readonly page: TrainingPage) {
    const { t } = page.words;
    this.chart = trainingCard(page, {
      id: 'compare',
      title: t('training.chart.compare'),
      level: 3,
      xAxis: 'x',
      yAxis: 'y',
      empty: t('training.empty.files'),
    });
    this.element = element(
      'section',
      { hidden: true, class: 'compare' },
      element('h2', {}, t('training.section.compare')),
      this.facts,
      this.place,
      this.chart.element,
    );
  }

  update(state: TrainingState): void {
    const { data, models, converted } = state;
    const results = models.map(({ result }) => result);
    this.element.hidden = !data || results.every((result) => !result);
    const key = [data, ...results, ...converted];
    if (key.length === this.drawn.length && key.every((part, index) => part === this.drawn[index])) return;
    this.drawn = key;
    if (!data) return;
    const noise = noiseMse(data, 'test');
    setText(this.facts, noise === undefined ? '' : this.page.words.t('training.compare.facts', { noise }));
    this.place.replaceChildren(this.table(state));
    this.chart.nameAxes(axisNames(data));
    this.chart.show(this.series(state));
    this.chart.say(convertedFindings(data, converted));
    this.chart.element.hidden = converted.length === 0;
  }

  private table({ models, converted }: TrainingState): HTMLElement {
    const { t, say, number } = this.page.words;
    const parameters = convertedModel(models)?.parameters;
    const none = '–';
    const rows: (string | Cell)[][] = models.flatMap(({ name, parameters: own, result }) =>
      result ? [[name, number(own), none, number(result.testMse), number(result.testMae)]] : [],
    );
    for (const { path, bytes, testMse, testMae, note } of converted) {
      rows.push([
        { content: path, note: say(note) },
        parameters === undefined ? none : number(parameters),
        number(bytes),
        number(testMse),
        number(testMae),
      ]);
    }
    return table({
      label: t('training.section.compare'),
      columns: [
        { title: t('training.compare.model'), kind: 'text' },
        { title: t('training.layers.parameters'), kind: 'number' },
        { title: t('training.compare.bytes'), kind: 'number' },
        { title: t('training.compare.mse'), kind: 'number' },
        { title: t('training.compare.mae'), kind: 'number' },
      ],
      rows,
    });
  }

  private series({ data, models, converted }: TrainingState): XySeries[] {
    if (!data) return [];
    const { t } = this.page.words;
    const [from, to] = partRange(data, 'test');
    const x = data.x.subarray(from, to);
    const names: Readonly<Record<ConvertedKind, string>> = {
      float: t('training.series.lite'),
      quantized: t('training.series.liteQuantized'),
      int8: t('training.series.liteInt8'),
    };
    const original = convertedModel(models)?.result?.predictions.subarray(from, to);
    return [
      { name: t('training.series.actual'), draw: 'points', x, y: data.y.subarray(from, to) },
      ...(original
        ? [{ name: t('training.series.original'), draw: 'points', x, y: original } satisfies XySeries]
        : []),
      ...converted.map(({ kind, predictions }): XySeries => ({
        name: names[kind],
        draw: 'points',
        x,
        y: predictions,
      })),
    ];
  }
}

/** The last one that learned anything: after a stop, the later ones did not. */
function convertedModel(models: readonly RunModel[]): RunModel | undefined {
  return models.findLast(({ result }) => result !== undefined);
}
