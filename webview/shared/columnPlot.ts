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

/** Made anew for another x or other columns: axes, series and zoom are then others. */
export class ColumnPlot {
  readonly element: HTMLElement;
  private readonly card: ChartCard;

  constructor(private readonly options: ColumnPlotOptions) {
    const { words, columns, xColumn } = options;
    const drawn = columns.filter((_, index) => index !== xColumn);
    this.card = new ChartCard({
      words,
      title: options.title,
      level: 2,
      xAxis: this.xNameOf(columns),
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
    this.show(columns);
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
      this.card.tools.element,
    );
    this.element = element('div', { class: 'column-plot' }, controls, this.card.element);
  }

  /** Other numbers of the same columns, as of a file that has grown: who has zoomed in stays there. */
  show(columns: readonly NamedColumn[]): void {
    const { xColumn } = this.options;
    const x =
      (xColumn === null ? undefined : columns[xColumn])?.values ??
      rowNumbers(Math.max(0, ...columns.map(({ values }) => values.length)));
    const series = columns
      .filter((_, index) => index !== xColumn)
      .map(({ name, values }): XySeries => ({ name, draw: 'line', x, y: values }));
    this.card.show(series, dataRange(series));
  }

  private xNameOf(columns: readonly NamedColumn[]): string {
    const { words, xColumn } = this.options;
    return (xColumn === null ? undefined : columns[xColumn]?.name) ?? words.t('plot.row');
  }
}

/** 1, 2, … as the lines of a table are counted. */
function rowNumbers(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => index + 1);
}
