/** One row of a `DataGrid` in the document, and what a grid is told about its rows. */
import { element, setText } from './element';
import type { GridColumn, GridSort } from './gridRows';
import type { Words } from './words';

export const rowHeightPx = 24;

export interface DrawnColumn<Row> extends GridColumn<Row> {
  /** Where the cell is more than text. */
  readonly draw?: (row: Row) => Node;
}

export interface DataGridOptions<Row> {
  readonly words: Words;
  readonly label: string;
  readonly columns: readonly DrawnColumn<Row>[];
  /** Tells rows apart, also after a reload. */
  readonly keyOf: (row: Row) => string;
  readonly empty: string;
  /** A row was chosen by click or arrow. */
  readonly onSelect?: (row: Row) => void;
  /** Enter or a double click on a row. */
  readonly onOpen?: (row: Row) => void;
  readonly onSort?: (sort: GridSort | undefined) => void;
  readonly rowClass?: (row: Row) => string;
}

export interface RowToDraw<Row> {
  readonly options: Pick<DataGridOptions<Row>, 'columns' | 'rowClass'>;
  readonly row: Row;
  readonly index: number;
  /** Of the grid's columns, as CSS writes them. */
  readonly template: string;
  readonly isSelected: boolean;
  /** Where the grid's one active cell is in this row. */
  readonly activeColumn: number | undefined;
  readonly cellId: (column: number) => string;
}

export function gridRow<Row>(drawn: RowToDraw<Row>): HTMLElement {
  const { options, row, index, template, isSelected, activeColumn, cellId } = drawn;
  const made = element('div', {
    class: `grid-row ${options.rowClass?.(row) ?? ''}`,
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-selected': String(isSelected),
    'data-row': index,
  });
  made.style.gridTemplateColumns = template;
  made.style.transform = `translateY(${index * rowHeightPx}px)`;
  options.columns.forEach(({ kind, text, draw }, at) => {
    const cell = element(
      'div',
      {
        role: at === 0 ? 'rowheader' : 'gridcell',
        class: `cell ${kind}${at === activeColumn ? ' active' : ''}`,
        id: cellId(at),
        dir: kind === 'text' ? 'auto' : undefined,
      },
      draw ? draw(row) : text(row),
    );
    if (kind === 'text' && !draw) setText(cell, text(row));
    made.append(cell);
  });
  return made;
}
