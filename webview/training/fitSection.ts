/** The models while they learn: the curve of each over the data, and beside it its losses. */
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element } from '../shared/element';
import type { ModelsSection } from './modelsSection';

export class FitSection {
  readonly element = element('section', { hidden: true, class: 'fits' });
  private drawnFor: ModelsSection['columns'] = [];

  constructor(private readonly models: ModelsSection) {}

  /** After the models' own section, whose columns hold the charts of losses. */
  update({ models }: TrainingState): void {
    this.element.hidden = models.length === 0;
    if (this.models.columns === this.drawnFor) return;
    this.drawnFor = this.models.columns;
    this.element.replaceChildren(
      ...models.map(({ name }, index) => {
        const loss = this.drawnFor[index]?.loss.element ?? '';
        return element('div', { class: 'fit' }, element('h2', {}, name), loss);
      }),
    );
  }
}
