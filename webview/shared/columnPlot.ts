/** Columns of numbers over one of them, or over the row number: with zoom, a choice of x, and values at the cursor. */
import { ChartCard } from './chartCard';
import { element } from './element';
import { button, dropdown } from './ui';
import type { Words } from './words';
import { dataRange } from './xyChart';
import type { Column, XySeries } from './xySeries';
import { Zoom } from './zoom';
import type { Range } from './zoomRange';

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
  const full = dataRange(series);

  const card = new ChartCard({
    words,
    title: options.title,
    level: 2,
    xAxis: xName,
    yAxis: drawn.length === 1 ? (drawn[0]?.name ?? '') : words.t('plot.value'),
    empty: words.t('plot.nothingToDraw'),
    readOut: true,
    tall: true,
    hidden: options.hidden,
    onHidden: options.onHidden,
  });
  const show = (range: Range | undefined): void => {
    card.show(series, range ?? full);
    whole.toggleAttribute('disabled', range === undefined);
  };
  const zoom = new Zoom(card.frame, card.chart, show);
  zoom.reset(full);
  card.frame.tabIndex = 0;
  card.frame.setAttribute('role', 'group');
  card.frame.setAttribute('aria-label', words.t('plot.keys'));

  const whole = button({ text: words.t('plot.showAll'), onClick: () => zoom.set(undefined) });
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
    button({ text: words.t('plot.zoomIn'), onClick: () => zoom.by(1 / 2) }),
    button({ text: words.t('plot.zoomOut'), onClick: () => zoom.by(2) }),
    whole,
  );
  show(undefined);
  return element('div', { class: 'column-plot' }, controls, card.element);
}

/** 1, 2, … as the lines of a table are counted. */
function rowNumbers(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => index + 1);
}
