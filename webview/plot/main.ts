/** The page of a plotted CSV file. */
import './plot.css';
import type { PlotHostSide, PlotPageSide, PlotState } from '../../src/protocol/plotPage';
import { ColumnPlot } from '../shared/columnPlot';
import { element, setText } from '../shared/element';
import { startPage } from '../shared/page';
import { linkButton } from '../shared/ui';

type Table = Extract<PlotState, { readonly kind: 'table' }>;

/** What stands on the page for as long as the file keeps its columns. */
interface Shown {
  readonly key: string;
  readonly plot: ColumnPlot;
  readonly size: HTMLElement;
  readonly notes: HTMLElement;
  /** A file is read again when it changes. */
  table: Table;
}

const page = startPage<PlotPageSide['event'], PlotHostSide['event']>();
const { words, main } = page;
let shown: Shown | undefined;

function show(state: PlotState): void {
  // By this the host finds the file again when VS Code restores the panel.
  page.keep('source', state.source);
  if (state.kind === 'table') showTable(state);
  else showEmpty(state);
}

function showEmpty({ fileName, why }: Extract<PlotState, { readonly kind: 'empty' }>): void {
  shown = undefined;
  main.replaceChildren(
    element('h1', {}, fileName),
    element(
      'div',
      { class: 'state' },
      element('p', {}, words.say(why)),
      linkButton(words.t('plot.openSource'), openSource),
    ),
  );
}

/** While the columns are the same, so is the plot: who has zoomed into a file that grows stays there. */
function showTable(table: Table): void {
  const { fileName, columns, rows, notes } = table;
  const key = JSON.stringify([fileName, rememberedX(table), ...columns.map(({ name }) => name)]);
  if (shown?.key === key) {
    shown.table = table;
    shown.plot.show(columns);
  } else {
    shown = made(table, key);
  }
  setText(shown.size, words.t('plot.size', { rows, columns: columns.length }));
  const list = element('ul', {}, ...notes.map((note) => element('li', {}, words.say(note))));
  shown.notes.replaceChildren(element('summary', {}, words.t('plot.notes', { count: notes.length })), list);
  shown.notes.hidden = notes.length === 0;
}

function made(table: Table, key: string): Shown {
  const plot = new ColumnPlot({
    words,
    title: table.fileName,
    columns: table.columns,
    xColumn: rememberedX(table),
    hidden: rememberedHidden(),
    onHidden: (names) => page.keep('hidden', names),
    onSave: (file) => page.send({ type: 'saveFile', file }),
    onXColumn: (column) => {
      page.keep('xColumn', column);
      showTable(shown?.table ?? table);
      main.querySelector<HTMLElement>('vscode-dropdown')?.focus();
    },
  });
  const size = element('span', { class: 'description' });
  const notes = element('details', { class: 'notes' });
  const title = element(
    'div',
    { class: 'title' },
    element('h1', {}, table.fileName),
    size,
    linkButton(words.t('plot.openSource'), openSource),
  );
  main.replaceChildren(title, plot.element, notes);
  return { key, plot, size, notes, table };
}

/** The choice from before a reload, where the file still has that column; else what the host read from the file. */
function rememberedX({ columns, xColumn }: Table): number | null {
  const kept = page.recall('xColumn');
  if (kept === null) return null;
  return typeof kept === 'number' && kept < columns.length ? kept : xColumn;
}

function rememberedHidden(): string[] {
  const kept = page.recall('hidden');
  return Array.isArray(kept) ? kept.filter((name): name is string => typeof name === 'string') : [];
}

function openSource(): void {
  page.send({ type: 'openSource' });
}

page.listen(({ state }) => show(state));
page.send({ type: 'ready' });
