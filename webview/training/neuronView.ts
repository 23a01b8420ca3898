/** The hidden neurons of a network of one input: what each adds to the curve, and where each bends. */
import { hiddenNeurons, type HiddenNeuron } from '../../src/core/nn/hiddenNeurons';
import type { ModelDescription } from '../../src/core/nn/model';
import { decimalsWithin } from '../../src/core/report/standing';
import { element, setText } from '../shared/element';
import type { XySeries } from '../shared/xySeries';
import type { ChartCard } from '../shared/chartCard';
import { trainingCard, type TrainingPage } from './trainingCard';

/** More lines than this are a tangle. */
const mostLines = 24;

export class NeuronView {
  readonly element: HTMLElement;
  private readonly facts = element('div', { class: 'description' });
  private readonly chart: ChartCard;
  private readonly x: Float32Array;

  /**
   * @param x ascending: where the contributions are drawn
   * @param xName of the input
   */
  constructor(
    private readonly page: TrainingPage,
    private readonly model: ModelDescription,
    x: Float32Array,
    private readonly xName: string,
  ) {
    const { t } = page.words;
    this.x = x;
    this.chart = trainingCard(page, {
      id: `${model.name} neurons`,
      title: t('playground.contribution'),
      level: 4,
      xAxis: xName,
      yAxis: t('playground.contributionAxis'),
      empty: '',
      readOut: true,
    });
    this.element = element('div', { class: 'neurons' }, this.facts, this.chart.element);
  }

  show(weights: Float32Array): void {
    const neurons = hiddenNeurons(this.model, weights, this.x);
    const { t } = this.page.words;
    const all = neurons.filter(({ contribution }) => contribution);
    const last = all.slice(0, mostLines);
    const subtitle =
      all.length > last.length
        ? t('playground.contributionFirst', { shown: last.length, neurons: all.length })
        : '';
    const bends = last.flatMap((neuron) => neuron.bends);
    const lines = last.map(({ neuron, contribution }): XySeries => ({
      name: String(neuron),
      draw: 'line',
      x: this.x,
      y: contribution ?? [],
    }));
    const points: XySeries = { name: t('playground.bends'), draw: 'points', x: bends, y: bends.map(() => 0) };
    this.chart.show([...lines, points], undefined, subtitle);
    this.say(neurons);
  }

  private say(neurons: readonly HiddenNeuron[]): void {
    const { t, number } = this.page.words;
    const layers = [...new Set(neurons.map(({ layer }) => layer))];
    const texts = layers.map((layer) => {
      const own = neurons.filter((neuron) => neuron.layer === layer);
      const places = own.flatMap(({ bends }) => bends).sort((a, b) => a - b);
      const counts = {
        bending: own.filter(({ bends }) => bends.length > 0).length,
        neurons: own.length,
        layer,
      };
      const some = t('playground.bend.some', counts);
      if (places.length === 0 || places.length > mostLines) return some;
      const decimals = decimalsWithin(this.x[0] ?? 0, this.x.at(-1) ?? 0);
      const listed = places.map((place) => number(Number(place.toFixed(decimals)))).join(' · ');
      return `${some} ${t('playground.bend.at', { x: this.xName, places: listed })}`;
    });
    while (this.facts.childElementCount < texts.length) this.facts.append(element('p', {}));
    texts.forEach((text, index) => setText(this.facts.children[index]!, text));
  }
}
