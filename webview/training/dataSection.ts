/** Steps 1 to 3: the data clean, with noise, and split. */
import type { RunData } from '../../src/core/project/run';
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element, setText } from '../shared/element';
import type { XySeries } from '../shared/xySeries';
import { dataFindings } from '../../src/core/report/dataFindings';
import { axisNames, dataFacts, partRange, type Part } from '../../src/core/report/findings';
import { trainingCard, type TrainingPage } from './trainingCard';

export class DataSection {
  readonly element: HTMLElement;
  private readonly facts = element('p', { class: 'description' });
  private readonly clean;
  private readonly noisy;
  private readonly split;
  private drawn: RunData | undefined;

  constructor(private readonly page: TrainingPage) {
    const { t } = page.words;
    const card = (id: string, title: string) =>
      trainingCard(page, { id, title, level: 3, xAxis: 'x', yAxis: 'y', empty: '' });
    this.clean = card('clean', t('training.chart.clean'));
    this.noisy = card('noisy', t('training.chart.noisy'));
    this.split = card('split', t('training.chart.split'));
    this.element = element(
      'section',
      { hidden: true },
      element('h2', {}, t('training.section.data')),
      this.facts,
      element('div', { class: 'charts' }, this.clean.element, this.noisy.element, this.split.element),
    );
  }

  update({ data }: TrainingState): void {
    this.element.hidden = data === undefined;
    if (!data || data === this.drawn) return;
    this.drawn = data;
    const { t } = this.page.words;
    const { x, clean, y } = data;
    for (const chart of [this.clean, this.noisy, this.split]) chart.nameAxes(axisNames(data));
    const name = t('training.series.samples');
    // Data of a file is as it is: nobody knows it without its noise.
    for (const chart of [this.clean, this.noisy]) chart.element.hidden = clean === undefined;
    if (clean) this.clean.show([{ name, draw: 'points', x, y: clean }]);
    this.noisy.show([{ name, draw: 'points', x, y }]);
    this.split.show([
      partSeries(data, 'train', t('training.series.train')),
      partSeries(data, 'test', t('training.series.test')),
      partSeries(data, 'validation', t('training.series.validate')),
    ]);
    this.split.say(dataFindings(data));
    setText(this.facts, this.page.words.say(dataFacts(data)));
  }
}

function partSeries(data: RunData, part: Part, name: string): XySeries {
  const [from, to] = partRange(data, part);
  return { name, draw: 'points', x: data.x.subarray(from, to), y: data.y.subarray(from, to) };
}
