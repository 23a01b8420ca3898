/** What a person can choose for each series: shown or not, colour, unit; and the way to the statement that prints it. */
import type { StreamStatus } from '../../src/protocol/streamWorker';
import { element } from '../shared/element';
import { linkButton } from '../shared/ui';
import type { Words } from '../shared/words';
import type { SeriesLooks } from './seriesLooks';

export class SeriesPanel {
  readonly element = element('div', { class: 'sheet', hidden: true });
  private shown = '';
  private boxes: readonly HTMLInputElement[] = [];

  constructor(
    private readonly words: Words,
    private readonly looks: SeriesLooks,
    private readonly colourOf: (name: string) => string,
    private readonly onReveal: (name: string) => void,
  ) {}

  /** Rebuilt only where the series are others, so that a field keeps its focus. */
  show({ series }: StreamStatus): void {
    if (this.element.hidden) {
      this.shown = '';
      return;
    }
    const key = JSON.stringify(series.map(({ name, unit }) => [name, unit]));
    if (key !== this.shown) this.build(series);
    this.shown = key;
    // The legend shows and hides them, too.
    series.forEach((one, index) => {
      const box = this.boxes[index];
      if (box) box.checked = !this.looks.isHidden(one);
    });
  }

  private build(series: StreamStatus['series']): void {
    const { words, looks } = this;
    const label = (name: string): string => words.t('monitor.showSeries', { name });
    this.boxes = series.map(({ name }) => element('input', { type: 'checkbox', 'aria-label': label(name) }));
    const rows = series.map((one, index) => {
      const { name } = one;
      const visible = this.boxes[index]!;
      visible.addEventListener('change', () => looks.set(name, { hidden: !visible.checked }));
      const colour = element('input', {
        type: 'color',
        'aria-label': words.t('monitor.colourOf', { name }),
        value: this.colourOf(name),
      });
      colour.addEventListener('input', () => looks.set(name, { colour: colour.value }));
      const unit = element('input', {
        type: 'text',
        class: 'text unit',
        'aria-label': words.t('monitor.unitOf', { name }),
        value: looks.unit(one),
        maxlength: 16,
      });
      unit.addEventListener('change', () => looks.set(name, { unit: unit.value.trim() }));
      return element(
        'tr',
        {},
        element('td', {}, visible),
        element('th', { scope: 'row' }, name),
        element('td', {}, colour),
        element('td', {}, unit),
        element(
          'td',
          {},
          linkButton(words.t('monitor.goToCode'), () => this.onReveal(name)),
        ),
      );
    });
    const titles = ['', words.t('monitor.series'), words.t('monitor.colour'), words.t('monitor.unit'), ''];
    const head = titles.map((title) =>
      title === '' ? element('td') : element('th', { scope: 'col' }, title),
    );
    this.element.replaceChildren(
      element('h2', {}, words.t('monitor.series')),
      rows.length === 0
        ? element('p', {}, words.t('monitor.noSeries'))
        : element(
            'table',
            {},
            element('thead', {}, element('tr', {}, ...head)),
            element('tbody', {}, ...rows),
          ),
    );
  }
}
