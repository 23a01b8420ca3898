/** The first view: every operator as a row, and the chosen one in detail. */
import type { OperatorRow } from '../../src/core/inspect/operators';
import type { InspectorPage, ModelState } from './inspectorPage';
import { ModelRows } from './modelRows';
import { operatorColumns } from './operatorColumns';
import { operatorDetails } from './operatorDetails';

export class OperatorsTab {
  readonly element: HTMLElement;
  private readonly rows: ModelRows<OperatorRow>;
  private model: ModelState | undefined;

  constructor(private readonly page: InspectorPage) {
    const { t } = page.words;
    this.rows = new ModelRows({
      page,
      kind: 'operator',
      label: t('inspector.operators'),
      filterLabel: t('inspector.filterOperators'),
      detailsLabel: t('inspector.operatorDetails'),
      columns: operatorColumns,
      rowsOf: ({ operators }) => operators,
      onChoose: () => this.showDetails(),
      onOpen: () => this.rows.details.querySelector('button')?.focus(),
    });
    this.element = this.rows.element;
  }

  show(model: ModelState): void {
    this.model = model;
    this.rows.show(model);
    this.showDetails();
  }

  shown(): void {
    this.rows.restoreScroll();
  }

  choose(key: string): void {
    this.rows.choose(key);
  }

  private showDetails(): void {
    const row = this.rows.chosen;
    this.rows.details.replaceChildren(
      ...(row && this.model ? [operatorDetails(this.page, this.model, row, 'graph')] : []),
    );
  }
}
