/**
 * A table of any length: only the rows in sight are in the document. A grid after the ARIA Authoring Practices, with one
 * tab stop: arrows move from cell to cell, Enter on a head sorts, Enter on a row opens it.
 */
import type { Table } from '../../src/core/inspect/table';
import { element } from './element';
import { gridRow, rowHeightPx, type DataGridOptions, type DrawnColumn } from './gridRow';
import { nextSort, shownRows, type GridSort } from './gridRows';
import { oncePerFrame } from './oncePerFrame';
import { rowWindow, scrollToRow } from './virtualRows';

let grids = 0;

export type { DataGridOptions, DrawnColumn };

interface DrawnRow<Row> {
  readonly row: Row;
  /** What its looks depend on besides. */
  readonly look: string;
  readonly element: HTMLElement;
}

export class DataGrid<Row> {
  readonly element: HTMLElement;
  private readonly id = `grid-${++grids}`;
  private readonly body = element('div', { class: 'grid-body', role: 'rowgroup' });
  private readonly heads: readonly HTMLElement[];
  private readonly template: string;
  private readonly nothing: HTMLElement;
  private all: readonly Row[] = [];
  private shown: readonly Row[] = [];
  private drawn = new Map<number, DrawnRow<Row>>();
  private filter = '';
  private sort: GridSort | undefined;
  private selected: string | undefined;
  /** −1 is the head. */
  private activeRow = -1;
  private activeColumn = 0;
  private readonly redraw = oncePerFrame(() => this.draw());

  constructor(private readonly options: DataGridOptions<Row>) {
    const { columns, label } = options;
    this.template = columns
      .map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`))
      .join(' ');
    this.heads = columns.map(({ title, kind }, index) => {
      const head = element(
        'div',
        { role: 'columnheader', class: `cell ${kind}`, id: this.cellId(-1, index), 'aria-sort': 'none' },
        element('span', {}, title),
      );
      head.addEventListener('click', () => this.sortBy(index));
      return head;
    });
    const headRow = element(
      'div',
      { class: 'grid-row head', role: 'row', 'aria-rowindex': 1 },
      ...this.heads,
    );
    headRow.style.gridTemplateColumns = this.template;
    this.nothing = element('p', { class: 'grid-nothing description', hidden: true }, options.empty);
    const widest = columns.reduce((sum, { width }) => sum + width, 0);
    const inner = element(
      'div',
      { class: 'grid-inner', role: 'presentation' },
      element('div', { class: 'grid-head', role: 'rowgroup' }, headRow),
      this.body,
    );
    inner.style.minWidth = `${widest}px`;
    this.element = element(
      'div',
      {
        class: 'grid',
        role: 'grid',
        tabindex: 0,
        'aria-label': label,
        'aria-colcount': columns.length,
        'aria-activedescendant': this.cellId(-1, 0),
      },
      inner,
      this.nothing,
    );
    this.element.addEventListener('scroll', () => this.redraw());
    this.element.addEventListener('keydown', (event) => this.pressKey(event));
    this.body.addEventListener('click', (event) => this.click(event));
    this.body.addEventListener('dblclick', () => this.open());
    new ResizeObserver(() => this.redraw()).observe(this.element);
  }

  show(rows: readonly Row[]): void {
    this.all = rows;
    this.refresh();
  }

  setFilter(filter: string): void {
    this.filter = filter;
    this.refresh();
    this.element.scrollTop = 0;
  }

  setSort(sort: GridSort | undefined): void {
    this.sort = sort;
    this.refresh();
  }

  /** Rows that the filter leaves. */
  get count(): number {
    return this.shown.length;
  }

  /** Marks the row and brings it into sight. False where the filter hides it, or it is not there. */
  select(key: string): boolean {
    const row = this.mark(key);
    if (row >= 0) this.reveal(row);
    return row >= 0;
  }

  /** Marks the row and leaves everything where it is. Answers with its place among those shown, −1 where it is not. */
  mark(key: string): number {
    this.selected = key;
    const row = this.shown.findIndex((one) => this.options.keyOf(one) === key);
    if (row >= 0) this.activeRow = row;
    this.redraw();
    return row;
  }

  unmark(): void {
    this.selected = undefined;
    this.redraw();
  }

  get scrollTop(): number {
    return this.element.scrollTop;
  }

  set scrollTop(top: number) {
    this.element.scrollTop = top;
  }

  /** The rows that are shown, in their order. */
  table(): Table {
    const { columns } = this.options;
    return {
      head: columns.map(({ title }) => title),
      rows: this.shown.map((row) => columns.map(({ text, value }) => value?.(row) ?? text(row))),
    };
  }

  private refresh(): void {
    const { columns, keyOf, words } = this.options;
    this.shown = shownRows(this.all, columns, this.filter, this.sort);
    this.activeRow = Math.min(this.activeRow, this.shown.length - 1);
    if (this.selected !== undefined) {
      const row = this.shown.findIndex((one) => keyOf(one) === this.selected);
      if (row >= 0) this.activeRow = row;
    }
    this.body.style.height = `${this.shown.length * rowHeightPx}px`;
    this.element.setAttribute('aria-rowcount', String(this.shown.length + 1));
    this.nothing.hidden = this.shown.length > 0;
    columns.forEach(({ key }, index) => {
      const direction = this.sort?.key === key ? this.sort.direction : 'none';
      this.heads[index]?.setAttribute('aria-sort', direction);
      this.heads[index]?.setAttribute(
        'title',
        words.t('inspector.sortBy', { column: columns[index]!.title }),
      );
    });
    this.draw();
  }

  private draw(): void {
    const { scrollTop, clientHeight } = this.element;
    const { first, end } = rowWindow(scrollTop, clientHeight, rowHeightPx, this.shown.length);
    const before = this.drawn;
    this.drawn = new Map();
    for (let index = first; index < end; index++) this.drawRow(index, before);
    // The active cell stays in the document, for `aria-activedescendant` to find.
    if (this.activeRow >= 0 && (this.activeRow < first || this.activeRow >= end)) {
      this.drawRow(this.activeRow, before);
    }
    for (const { element: gone } of before.values()) gone.remove();
    this.putInOrder();
    this.heads.forEach((head, index) =>
      head.classList.toggle('active', this.activeRow === -1 && index === this.activeColumn),
    );
    this.element.setAttribute('aria-activedescendant', this.cellId(this.activeRow, this.activeColumn));
  }

  /** Takes the row from those that are drawn, where nothing about it has changed, or draws it anew. */
  private drawRow(index: number, before: Map<number, DrawnRow<Row>>): void {
    const row = this.shown[index];
    if (row === undefined) return;
    const isActive = index === this.activeRow;
    const look = `${isActive ? this.activeColumn : ''} ${String(this.options.keyOf(row) === this.selected)}`;
    const old = before.get(index);
    if (old?.row === row && old.look === look) {
      before.delete(index);
      this.drawn.set(index, old);
      return;
    }
    const { options, template } = this;
    const isSelected = options.keyOf(row) === this.selected;
    const activeColumn = isActive ? this.activeColumn : undefined;
    const cellId = (column: number): string => this.cellId(index, column);
    const made = gridRow({ options, row, index, template, isSelected, activeColumn, cellId });
    this.drawn.set(index, { row, look, element: made });
  }

  /** Who reads the document instead of the screen meets the rows in their order. */
  private putInOrder(): void {
    let next = this.body.firstElementChild;
    for (const { element: row } of this.drawn.values()) {
      if (row === next) next = row.nextElementSibling;
      else this.body.insertBefore(row, next);
    }
  }

  private pressKey(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / rowHeightPx) - 2);
    const last = this.shown.length - 1;
    const lastColumn = this.options.columns.length - 1;
    let row = this.activeRow;
    let column = this.activeColumn;
    if (event.key === 'ArrowDown') row++;
    else if (event.key === 'ArrowUp') row--;
    else if (event.key === 'PageDown') row += page;
    else if (event.key === 'PageUp') row = Math.max(0, row - page);
    else if (event.key === 'ArrowRight') column++;
    else if (event.key === 'ArrowLeft') column--;
    else if (event.key === 'Home') [row, column] = event.ctrlKey ? [0, 0] : [row, 0];
    else if (event.key === 'End') [row, column] = event.ctrlKey ? [last, lastColumn] : [row, lastColumn];
    else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (this.activeRow === -1) this.sortBy(this.activeColumn);
      else this.open();
      return;
    } else return;
    event.preventDefault();
    this.activeColumn = Math.min(lastColumn, Math.max(0, column));
    this.activate(Math.min(last, Math.max(-1, row)));
  }

  private activate(row: number): void {
    const moved = row !== this.activeRow;
    this.activeRow = row;
    if (row >= 0) this.reveal(row);
    const content = this.shown[row];
    if (moved && content !== undefined) {
      this.selected = this.options.keyOf(content);
      this.options.onSelect?.(content);
    }
    this.draw();
    const cell = document.getElementById(this.cellId(this.activeRow, this.activeColumn));
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private reveal(row: number): void {
    const head = this.heads[0]?.offsetHeight ?? rowHeightPx;
    const { scrollTop, clientHeight } = this.element;
    if (clientHeight > 0) {
      this.element.scrollTop = scrollToRow(row, scrollTop, clientHeight - head, rowHeightPx);
    }
  }

  private click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const row = target?.closest('[data-row]');
    if (!row) return;
    const cell = target?.closest('.cell');
    this.activeColumn = Math.max(0, cell ? [...row.children].indexOf(cell) : 0);
    const index = Number(row.getAttribute('data-row'));
    if (index === this.activeRow) this.activeRow = -1;
    this.activate(index);
  }

  private open(): void {
    const row = this.shown[this.activeRow];
    if (row !== undefined) this.options.onOpen?.(row);
  }

  private sortBy(column: number): void {
    this.activeColumn = column;
    this.sort = nextSort(this.sort, this.options.columns[column]!.key);
    this.options.onSort?.(this.sort);
    this.refresh();
    // Whoever sorts stays at the head, also where a row is chosen: the next Enter turns the order round.
    this.activeRow = -1;
    this.draw();
    this.element.scrollTop = 0;
  }

  private cellId(row: number, column: number): string {
    return `${this.id}-${row === -1 ? 'head' : row}-${column}`;
  }
}
