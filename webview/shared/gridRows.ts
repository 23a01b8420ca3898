/** What a grid shows of its rows, and in which order: pure, so that it can be tried without a page. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** Numbers are set right, and sorted by size. */
  readonly kind: 'text' | 'number';
  /** Narrowest width in pixels; room that is left over goes to columns by `grow`. */
  readonly width: number;
  readonly grow?: number;
  /** What stands in the cell, is searched and is copied. */
  readonly text: (row: Row) => string;
  /** What is copied and sorted by, where it is more than `text`. */
  readonly value?: (row: Row) => number | undefined;
}

export interface GridSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** Rows in which every word of `filter` occurs, in the order that `sort` asks for; equal rows keep their order. */
export function shownRows<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  filter: string,
  sort: GridSort | undefined,
): readonly Row[] {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    wanted.length === 0
      ? rows
      : rows.filter((row) => {
          const text = columns
            .map((column) => column.text(row))
            .join('\n')
            .toLowerCase();
          return wanted.every((word) => text.includes(word));
        });
  const column = columns.find(({ key }) => key === sort?.key);
  if (!column || !sort) return found;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const { value } = column;
  if (value) {
    const keyed = found.map((row) => ({ row, by: value(row) ?? -Infinity }));
    return keyed.sort((a, b) => sign * (a.by === b.by ? 0 : a.by < b.by ? -1 : 1)).map(({ row }) => row);
  }
  const collator = new Intl.Collator(undefined, { numeric: true });
  const keyed = found.map((row) => ({ row, by: column.text(row) }));
  return keyed.sort((a, b) => sign * collator.compare(a.by, b.by)).map(({ row }) => row);
}

/** Once up, once down, then as the rows came. */
export function nextSort(sort: GridSort | undefined, key: string): GridSort | undefined {
  if (sort?.key !== key) return { key, direction: 'ascending' };
  return sort.direction === 'ascending' ? { key, direction: 'descending' } : undefined;
}
