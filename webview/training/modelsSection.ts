/** Steps 4 to 8: the models side by side. */
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element } from '../shared/element';
import { ModelColumn } from './modelColumn';
import type { TrainingPage } from './trainingCard';

export class ModelsSection {
  readonly element: HTMLElement;
  private readonly place = element('div', { class: 'models' });
  /** One for each model, made anew with a new run. */
  columns: readonly ModelColumn[] = [];
  private drawnFor = '';

  constructor(private readonly page: TrainingPage) {
    this.element = element(
      'section',
      { hidden: true },
      element('h2', {}, page.words.t('training.section.models')),
      this.place,
    );
  }

  update(state: TrainingState): void {
    const { models } = state;
    this.element.hidden = models.length === 0;
    const key = JSON.stringify([state.run, models.map(({ name, layers, epochs }) => [name, layers, epochs])]);
    if (key !== this.drawnFor) {
      this.drawnFor = key;
      this.columns = models.map((model, index) => new ModelColumn(this.page, index, model));
      this.place.replaceChildren(...this.columns.map((column) => column.element));
    }
    models.forEach((_, index) => this.updateModel(state, index));
  }

  updateModel({ models, phase, data, converted }: TrainingState, index: number): void {
    const model = models[index];
    const learning = !model?.result && (phase.name === 'training' || phase.name === 'stopping');
    // The files are made of the last model that learned anything.
    const isConverted = index === models.findLastIndex(({ result }) => result !== undefined);
    const codes = isConverted ? converted.find(({ kind }) => kind === 'int8')?.codes : undefined;
    if (model) this.columns[index]?.update(model, learning, data, models, codes);
  }
}
