/**
 * A model's operators or tensors as a table, and beside it the details of the chosen row, which is remembered with the page.
 * Until a row is chosen the table has the whole width.
 */
import type { DrawnColumn } from '../shared/dataGrid';
import { element } from '../shared/element';
import { GridPanel } from '../shared/gridPanel';
import { linkButton } from '../shared/ui';
import type { Words } from '../shared/words';
import type { InspectorPage, ModelState } from './inspectorPage';
import { keyOf, type Target } from './target';

type Place = Pick<Target, 'subgraph' | 'index'>;

export interface ModelRowsOptions<Row extends Place> {
  readonly page: InspectorPage;
  /** Under this name the chosen row is remembered. */
  readonly kind: Target['kind'];
  readonly label: string;
  readonly filterLabel: string;
  readonly detailsLabel: string;
  readonly columns: (words: Words) => readonly DrawnColumn<Row>[];
  readonly rowsOf: (model: ModelState) => readonly Row[];
  /** Another row was chosen, by whatever way, or none. */
  readonly onChoose: () => void;
  /** Enter or a double click on a row. */
  readonly onOpen: () => void;
}

export class ModelRows<Row extends Place> {
  readonly element = element('div', { class: 'split' });
  /** What is in it is the tab's. */
  readonly details = element('div');
  private readonly aside: HTMLElement;
  private panel: GridPanel<Row> | undefined;
  private model: ModelState | undefined;
  private chosenKey: string | undefined;

  constructor(private readonly options: ModelRowsOptions<Row>) {
    const kept = options.page.recall(options.kind);
    this.chosenKey = typeof kept === 'string' ? kept : undefined;
    const close = linkButton(options.page.words.t('inspector.closeDetails'), () => this.leave());
    close.classList.add('close');
    this.aside = element(
      'aside',
      { class: 'detail-panel', tabindex: -1, 'aria-label': options.detailsLabel },
      this.details,
      close,
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.target instanceof HTMLInputElement || !this.chosen) return;
      event.preventDefault();
      this.leave();
    });
  }

  focusDetails(): void {
    this.aside.focus();
  }

  /** The row whose details are wanted, where the model has it. */
  get chosen(): Row | undefined {
    return this.model && this.options.rowsOf(this.model).find((row) => keyOf(row) === this.chosenKey);
  }

  show(model: ModelState): void {
    const hadSubgraphs = (this.model?.subgraphs.length ?? 0) > 1;
    const hasSubgraphs = model.subgraphs.length > 1;
    this.model = model;
    if (!this.panel || hadSubgraphs !== hasSubgraphs) {
      this.panel = this.makePanel(hasSubgraphs);
      this.element.replaceChildren(this.panel.element, this.aside);
    }
    this.panel.show(this.options.rowsOf(model));
    if (this.chosenKey !== undefined) this.panel.grid.mark(this.chosenKey);
    this.aside.hidden = !this.chosen;
  }

  /** Call when the table has become visible. */
  restoreScroll(): void {
    this.panel?.restoreScroll();
  }

  choose(key: string): void {
    this.note(key);
    this.panel?.select(key);
  }

  private makePanel(hasSubgraphs: boolean): GridPanel<Row> {
    const { page, kind, label, filterLabel, onOpen } = this.options;
    const { t } = page.words;
    const [index, ...others] = this.options.columns(page.words);
    const columns = [index, hasSubgraphs ? subgraphColumn<Row>(page.words) : undefined, ...others];
    return new GridPanel<Row>({
      page,
      id: `${kind}s`,
      label,
      filterLabel,
      columns: columns.filter((column) => column !== undefined),
      keyOf,
      empty: t('inspector.noRows'),
      onSelect: (row) => this.note(keyOf(row)),
      onOpen: (row) => {
        this.choose(keyOf(row));
        onOpen();
      },
      onCopy: (text) => {
        page.send({ type: 'copy', text });
        page.announce(t('inspector.copied'));
      },
    });
  }

  /** The table has its width back, and the row at which it was left the focus. */
  private leave(): void {
    this.note(undefined);
    this.panel?.grid.unmark();
    this.panel?.grid.element.focus();
  }

  private note(key: string | undefined): void {
    if (key === this.chosenKey) return;
    this.chosenKey = key;
    this.options.page.keep(this.options.kind, key ?? null);
    this.aside.hidden = !this.chosen;
    this.options.onChoose();
  }
}

function subgraphColumn<Row extends Place>({ t }: Words): DrawnColumn<Row> {
  return {
    key: 'subgraph',
    title: t('inspector.subgraph'),
    kind: 'number',
    width: 84,
    text: ({ subgraph }) => String(subgraph),
    value: ({ subgraph }) => subgraph,
  };
}
