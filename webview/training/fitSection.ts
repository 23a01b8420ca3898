/** The models while they learn and afterwards: a row each, above everything that is told about them. */
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element } from '../shared/element';
import { FitRow } from './fitRow';
import type { ModelsSection } from './modelsSection';
import type { TrainingPage } from './trainingCard';

export class FitSection {
  readonly element = element('section', { hidden: true, class: 'fits' });
  private drawnFor: ModelsSection['columns'] | undefined;
  private rows: readonly FitRow[] = [];

  constructor(
    private readonly page: TrainingPage,
    private readonly models: ModelsSection,
  ) {}

  /** After the models' own section, whose columns hold the charts of losses. */
  update(state: TrainingState): void {
    const { models, data } = state;
    this.element.hidden = models.length === 0;
    const { columns } = this.models;
    if (columns !== this.drawnFor && data) {
      this.drawnFor = columns;
      this.rows = models.flatMap((model, index) => {
        const column = columns[index];
        return column ? [new FitRow(this.page, model, data, column)] : [];
      });
      this.element.replaceChildren(...this.rows.map((row) => row.element));
    }
    models.forEach((_, index) => this.updateModel(state, index));
  }

  updateModel({ models }: TrainingState, index: number): void {
    const model = models[index];
    if (model) this.rows[index]?.update(model);
  }
}
