/** Every tensor as a row, and the chosen one in detail. */
import type { TensorRow } from '../../src/core/inspect/tensors';
import { element } from '../shared/element';
import { GridPanel } from '../shared/gridPanel';
import type { InspectorPage, ModelState } from './inspectorPage';
import { tensorColumns } from './tensorColumns';
import { TensorDetailsView } from './tensorDetailsView';
import { keyOf } from './target';

/** Held arrow keys run through rows; details are asked for when they rest. */
const restMs = 80;

export class TensorsTab {
  readonly element = element('div', { class: 'split even' });
  private readonly details: HTMLElement;
  private readonly view: TensorDetailsView;
  private panel: GridPanel<TensorRow> | undefined;
  private model: ModelState | undefined;
  private chosen: string | undefined;
  private isShown = false;
  private drawnFor: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: InspectorPage) {
    this.view = new TensorDetailsView(page);
    this.details = element('aside', {
      class: 'detail-panel',
      tabindex: -1,
      'aria-label': page.words.t('inspector.tensorDetails'),
    });
    const kept = page.recall('tensor');
    this.chosen = typeof kept === 'string' ? kept : undefined;
  }

  show(model: ModelState): void {
    const hadSubgraphs = (this.model?.subgraphs.length ?? 0) > 1;
    const hasSubgraphs = model.subgraphs.length > 1;
    this.model = model;
    if (!this.panel || hadSubgraphs !== hasSubgraphs) {
      this.panel = this.makePanel(hasSubgraphs);
      this.element.replaceChildren(this.panel.element, this.details);
    }
    this.panel.show(model.tensors);
    if (this.chosen !== undefined) this.panel.grid.mark(this.chosen);
    this.showDetails();
  }

  shown(): void {
    this.isShown = true;
    this.panel?.restoreScroll();
    this.showDetails();
  }

  choose(key: string): void {
    this.note(key);
    this.panel?.select(key);
  }

  private makePanel(hasSubgraphs: boolean): GridPanel<TensorRow> {
    const { page } = this;
    const { t } = page.words;
    return new GridPanel<TensorRow>({
      page,
      id: 'tensors',
      label: t('inspector.tensors'),
      filterLabel: t('inspector.filterTensors'),
      columns: tensorColumns(page.words, hasSubgraphs),
      keyOf,
      empty: t('inspector.noRows'),
      onSelect: (row) => this.note(keyOf(row)),
      onOpen: () => this.details.focus(),
      onCopy: (text) => {
        page.send({ type: 'copy', text });
        page.announce(t('inspector.copied'));
      },
    });
  }

  private note(key: string): void {
    if (key === this.chosen) return;
    this.chosen = key;
    this.page.keep('tensor', key);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.showDetails(), restMs);
  }

  /** Only a visible tab asks the host. */
  private showDetails(): void {
    if (!this.isShown || !this.model) return;
    const row = this.model.tensors.find((one) => keyOf(one) === this.chosen);
    const key = `${this.model.revision} ${this.chosen ?? ''}`;
    if (key === this.drawnFor) return;
    this.drawnFor = key;
    if (row) {
      this.details.replaceChildren(this.view.element);
      this.view.show(row);
    } else {
      this.details.replaceChildren(
        element('p', { class: 'description' }, this.page.words.t('inspector.chooseTensor')),
      );
    }
  }
}
