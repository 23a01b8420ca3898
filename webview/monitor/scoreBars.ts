/** Class scores of a classifier as bars, the highest marked: what Edge Impulse and TFLM examples print after an inference. */
import type { StreamStatus } from '../../src/protocol/streamWorker';
import { element, setText } from '../shared/element';
import type { Words } from '../shared/words';

export class ScoreBars {
  readonly element: HTMLElement;
  private bars: readonly {
    readonly bar: HTMLElement;
    readonly value: HTMLElement;
    readonly row: HTMLElement;
  }[] = [];
  private shown = '';

  constructor(private readonly words: Words) {
    this.element = element('div', {
      class: 'scores',
      role: 'group',
      'aria-label': words.t('monitor.scores'),
      hidden: true,
    });
  }

  show({ series, lastValues }: StreamStatus): void {
    const scores = series
      .map(({ name, role }, index) => ({ name, role, value: lastValues[index] ?? Number.NaN }))
      .filter(({ role }) => role === 'classScore');
    this.element.hidden = scores.length === 0;
    const key = JSON.stringify(scores.map(({ name }) => name));
    if (key !== this.shown) {
      this.shown = key;
      this.bars = scores.map(({ name }) => this.bar(name));
      this.element.replaceChildren(...this.bars.map(({ row }) => row));
    }
    const best = Math.max(...scores.map(({ value }) => (Number.isNaN(value) ? -Infinity : value)));
    for (const [index, { value }] of scores.entries()) {
      const made = this.bars[index];
      if (!made) continue;
      const share = Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
      made.bar.style.width = `${share * 100}%`;
      made.row.classList.toggle('best', value === best);
      setText(made.value, this.words.number(value));
    }
  }

  private bar(name: string): ScoreBars['bars'][number] {
    const bar = element('div', { class: 'filled' });
    const value = element('span', { class: 'value' });
    const row = element(
      'div',
      { class: 'score' },
      element('span', { class: 'name' }, name),
      element('div', { class: 'track' }, bar),
      value,
    );
    return { bar, value, row };
  }
}
