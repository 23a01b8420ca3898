/** A grid with its filter and copy buttons, which remembers filter, order and scroll position. */
import { tableCsv, tableMarkdown } from '../../src/core/inspect/table';
import { DataGrid, type DataGridOptions } from './dataGrid';
import { element, setText } from './element';
import type { GridSort } from './gridRows';
import type { Page } from './page';
import { button, searchField } from './ui';

export interface GridPanelOptions<Row> extends Omit<DataGridOptions<Row>, 'words' | 'onSort'> {
  readonly page: Pick<Page<never>, 'words' | 'recall' | 'keep'>;
  /** Under this name the view is remembered. */
  readonly id: string;
  readonly filterLabel: string;
  readonly onCopy: (text: string) => void;
  /** Stands beside the filter. */
  readonly controls?: readonly Node[];
}

export class GridPanel<Row> {
  readonly element: HTMLElement;
  readonly grid: DataGrid<Row>;
  private readonly count = element('span', { class: 'description', role: 'status' });
  private readonly search: HTMLInputElement;
  /** A table that was out of the page, or is new, stands at its top. */
  private scroll: number;
  private total = 0;

  constructor(private readonly options: GridPanelOptions<Row>) {
    const { page, id, filterLabel, onCopy, controls = [] } = options;
    const { words, recall, keep } = page;
    this.grid = new DataGrid({
      ...options,
      words,
      onSort: (sort) => keep(`${id}.sort`, sort ? [sort.key, sort.direction] : null),
    });
    const filter = recall(`${id}.filter`);
    this.search = searchField({
      label: filterLabel,
      value: typeof filter === 'string' ? filter : '',
      onInput: (text) => this.filter(text),
    });
    const top = recall(`${id}.scroll`);
    this.scroll = typeof top === 'number' ? top : 0;
    this.element = element(
      'div',
      { class: 'grid-panel' },
      element(
        'div',
        { class: 'toolbar' },
        this.search,
        ...controls,
        this.count,
        element(
          'div',
          { class: 'toolbar' },
          button({ text: words.t('inspector.copyCsv'), onClick: () => onCopy(tableCsv(this.grid.table())) }),
          button({
            text: words.t('inspector.copyMarkdown'),
            onClick: () => onCopy(tableMarkdown(this.grid.table())),
          }),
        ),
      ),
      this.grid.element,
    );
    this.grid.setFilter(this.search.value);
    this.grid.setSort(asSort(recall(`${id}.sort`)));
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.grid.element.addEventListener('scroll', () => {
      this.scroll = this.grid.scrollTop;
      clearTimeout(timer);
      timer = setTimeout(() => keep(`${id}.scroll`, this.scroll), 200);
    });
  }

  show(rows: readonly Row[]): void {
    this.total = rows.length;
    this.grid.show(rows);
    this.tellCount();
  }

  /** Call when the panel has become visible: a hidden one cannot scroll. */
  restoreScroll(): void {
    this.grid.scrollTop = this.scroll;
  }

  /** Takes the filter away where it hides the row. */
  select(key: string): void {
    if (this.grid.select(key) || this.search.value === '') return;
    this.search.value = '';
    this.filter('');
    this.grid.select(key);
  }

  private filter(text: string): void {
    this.options.page.keep(`${this.options.id}.filter`, text);
    this.grid.setFilter(text);
    this.tellCount();
  }

  private tellCount(): void {
    const { words } = this.options.page;
    setText(
      this.count,
      this.grid.count === this.total
        ? words.t('inspector.rows', { count: this.total })
        : words.t('inspector.rowsOf', { shown: this.grid.count, count: this.total }),
    );
  }
}

function asSort(kept: unknown): GridSort | undefined {
  if (!Array.isArray(kept)) return undefined;
  const [key, direction] = kept as readonly unknown[];
  if (typeof key !== 'string' || (direction !== 'ascending' && direction !== 'descending')) return undefined;
  return { key, direction };
}
