/** What the tutorial says of its own run, beside what this one measured. */
import { tutorialTable } from '../../src/core/report/tutorialTable';
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element } from '../shared/element';
import { table } from '../shared/ui';
import type { TrainingPage } from './trainingCard';

export class TutorialSection {
  readonly element: HTMLElement;
  private readonly place = element('div');
  private drawn: readonly unknown[] = [];

  constructor(private readonly page: TrainingPage) {
    this.element = element(
      'section',
      { hidden: true, class: 'tutorial' },
      element('h2', {}, page.words.t('report.tutorial')),
      this.place,
    );
  }

  update({ project = 'sine_model', data, models, converted }: TrainingState): void {
    const isWhole = data !== undefined && converted.length > 0;
    const rows = isWhole ? tutorialTable({ project, data, models, converted }) : [];
    this.element.hidden = rows.length === 0;
    const key = [data, ...models.map(({ result }) => result), ...converted];
    if (key.length === this.drawn.length && key.every((part, index) => part === this.drawn[index])) return;
    this.drawn = key;
    const { t, say } = this.page.words;
    this.place.replaceChildren(
      table({
        label: t('report.tutorial'),
        columns: [
          { title: t('report.tutorial.says'), kind: 'text' },
          { title: t('report.tutorial.got'), kind: 'text' },
          { title: t('report.tutorial.why'), kind: 'text' },
        ],
        rows: rows.map(({ says, got, why }) => [say(says), say(got), why.map(say).join(' ')]),
      }),
    );
  }
}
