/** Every tensor as a row, and the chosen one in detail. */
import type { TensorRow } from '../../src/core/inspect/tensors';
import type { InspectorPage, ModelState } from './inspectorPage';
import { ModelRows } from './modelRows';
import { keyOf } from './target';
import { tensorColumns } from './tensorColumns';
import { TensorDetailsView } from './tensorDetailsView';

/** Held arrow keys run through rows; details are asked for when they rest. */
const restMs = 80;

export class TensorsTab {
  readonly element: HTMLElement;
  private readonly rows: ModelRows<TensorRow>;
  private readonly view: TensorDetailsView;
  private model: ModelState | undefined;
  private isShown = false;
  private drawnFor: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: InspectorPage) {
    const { t } = page.words;
    this.view = new TensorDetailsView(page);
    this.rows = new ModelRows({
      page,
      kind: 'tensor',
      label: t('inspector.tensors'),
      filterLabel: t('inspector.filterTensors'),
      detailsLabel: t('inspector.tensorDetails'),
      columns: tensorColumns,
      rowsOf: ({ tensors }) => tensors,
      onChoose: () => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.showDetails(), restMs);
      },
      onOpen: () => this.rows.focusDetails(),
    });
    this.element = this.rows.element;
    this.element.classList.add('even');
  }

  show(model: ModelState): void {
    this.model = model;
    this.rows.show(model);
    this.showDetails();
  }

  shown(): void {
    this.isShown = true;
    this.rows.restoreScroll();
    this.showDetails();
  }

  choose(key: string): void {
    this.rows.choose(key);
  }

  /** Only a visible tab asks the host. */
  private showDetails(): void {
    if (!this.isShown || !this.model) return;
    const row = this.rows.chosen;
    const key = `${this.model.revision} ${row ? keyOf(row) : ''}`;
    if (key === this.drawnFor) return;
    this.drawnFor = key;
    this.rows.details.replaceChildren(...(row ? [this.view.element] : []));
    if (row) void this.view.show(row);
  }
}
