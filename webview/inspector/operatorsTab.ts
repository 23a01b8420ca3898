/** The first view: every operator as a row, and the chosen one in detail. */
import type { OperatorRow } from '../../src/core/inspect/operators';
import { element } from '../shared/element';
import { GridPanel } from '../shared/gridPanel';
import type { InspectorPage, ModelState } from './inspectorPage';
import { operatorColumns } from './operatorColumns';
import { operatorDetails } from './operatorDetails';
import { keyOf } from './target';

export class OperatorsTab {
  readonly element = element('div', { class: 'split' });
  private readonly details = element('aside', { class: 'detail-panel', tabindex: -1 });
  private panel: GridPanel<OperatorRow> | undefined;
  private model: ModelState | undefined;
  private chosen: string | undefined;

  constructor(private readonly page: InspectorPage) {
    const kept = page.recall('operator');
    this.chosen = typeof kept === 'string' ? kept : undefined;
    this.details.setAttribute('aria-label', page.words.t('inspector.operatorDetails'));
  }

  show(model: ModelState): void {
    const hadSubgraphs = (this.model?.subgraphs.length ?? 0) > 1;
    const hasSubgraphs = model.subgraphs.length > 1;
    this.model = model;
    if (!this.panel || hadSubgraphs !== hasSubgraphs) {
      this.panel = this.makePanel(hasSubgraphs);
      this.element.replaceChildren(this.panel.element, this.details);
    }
    this.panel.show(model.operators);
    if (this.chosen !== undefined) this.panel.grid.mark(this.chosen);
    this.showDetails();
  }

  shown(): void {
    this.panel?.restoreScroll();
  }

  choose(key: string): void {
    this.note(key);
    this.panel?.select(key);
  }

  private makePanel(hasSubgraphs: boolean): GridPanel<OperatorRow> {
    const { page } = this;
    const { t } = page.words;
    return new GridPanel<OperatorRow>({
      page,
      id: 'operators',
      label: t('inspector.operators'),
      filterLabel: t('inspector.filterOperators'),
      columns: operatorColumns(page.words, hasSubgraphs),
      keyOf,
      empty: t('inspector.noRows'),
      onSelect: (row) => this.note(keyOf(row)),
      onOpen: () => this.details.querySelector('button')?.focus(),
      onCopy: (text) => {
        page.send({ type: 'copy', text });
        page.announce(t('inspector.copied'));
      },
    });
  }

  private note(key: string): void {
    if (key === this.chosen) return;
    this.chosen = key;
    this.page.keep('operator', key);
    this.showDetails();
  }

  private showDetails(): void {
    const row = this.model?.operators.find((one) => keyOf(one) === this.chosen);
    this.details.replaceChildren(
      row && this.model
        ? operatorDetails(this.page, this.model, row, 'graph')
        : element('p', { class: 'description' }, this.page.words.t('inspector.chooseOperator')),
    );
  }
}
