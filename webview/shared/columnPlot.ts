/** Columns of numbers over one of them, or over the row number: with zoom, a choice of x, and values at the cursor. */
import type { PageFile } from '../../src/protocol/pageFile';
import { ChartCard } from './chartCard';
import { element } from './element';
import { dropdown } from './ui';
import type { Words } from './words';
import { dataRange } from './xyChart';
import type { Column, XySeries } from './xySeries';

export interface NamedColumn {
  readonly name: string;
  /** NaN where there is no number. */
  readonly values: Column;
}

export interface ColumnPlotOptions {
  readonly words: Words;
  readonly title: string;
  readonly columns: readonly NamedColumn[];
  /** Index of the column along x; null for the row number. */
  readonly xColumn: number | null;
  readonly hidden: readonly string[];
  readonly onHidden: (names: readonly string[]) => void;
  readonly onSave: (file: PageFile) => void;
  readonly onXColumn: (column: number | null) => void;
}

/** Made anew for another x: axes, series and zoom are then others. */
export function columnPlot(options: ColumnPlotOptions): HTMLElement {
  const { words, columns, xColumn } = options;
  const x = xColumn === null ? undefined : columns[xColumn];
  const xName = x?.name ?? words.t('plot.row');
  const along = x?.values ?? rowNumbers(Math.max(0, ...columns.map(({ values }) => values.length)));
  const drawn = columns.filter((_, index) => index !== xColumn);
  const series = drawn.map(({ name, values }): XySeries => ({ name, draw: 'line', x: along, y: values }));

  const card = new ChartCard({
    words,
    title: options.title,
    level: 2,
    xAxis: xName,
    yAxis: drawn.length === 1 ? (drawn[0]?.name ?? '') : words.t('plot.value'),
    empty: words.t('plot.nothingToDraw'),
    readOut: true,
    tall: true,
    wheel: 'always',
    hidden: options.hidden,
    onHidden: options.onHidden,
    onSave: options.onSave,
    // The dialog starts beside the file: its own name must not be what Enter overwrites.
    fileName: `${options.title.replace(/\.csv$/i, '')}_plot`,
  });
  card.show(series, dataRange(series));
  const controls = element(
    'div',
    { class: 'controls' },
    dropdown({
      label: words.t('plot.along'),
      options: [
        { value: 'row', text: words.t('plot.row') },
        ...columns.map(({ name }, index) => ({ value: String(index), text: name })),
      ],
      value: xColumn === null ? 'row' : String(xColumn),
      onChange: (value) => options.onXColumn(value === 'row' ? null : Number(value)),
    }),
    card.tools.element,
  );
  return element('div', { class: 'column-plot' }, controls, card.element);
}

/** 1, 2, … as the lines of a table are counted. */
function rowNumbers(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => index + 1);
}
