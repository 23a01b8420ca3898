/** The page of a plotted CSV file. */
import './plot.css';
import type { PlotHostSide, PlotPageSide, PlotState } from '../../src/protocol/plotPage';
import { columnPlot } from '../shared/columnPlot';
import { element } from '../shared/element';
import { startPage } from '../shared/page';
import { linkButton } from '../shared/ui';

type Table = Extract<PlotState, { readonly kind: 'table' }>;

const page = startPage<PlotPageSide['event'], PlotHostSide['event']>();
const { words, main } = page;

function show(state: PlotState): void {
  // By this the host finds the file again when VS Code restores the panel.
  page.keep('source', state.source);
  if (state.kind === 'empty') {
    main.replaceChildren(
      element('h1', {}, state.fileName),
      element(
        'div',
        { class: 'state' },
        element('p', {}, words.say(state.why)),
        linkButton(words.t('plot.openSource'), openSource),
      ),
    );
    return;
  }
  main.replaceChildren(title(state), plot(state), ...notes(state));
}

function title({ fileName, rows, columns }: Table): HTMLElement {
  return element(
    'div',
    { class: 'title' },
    element('h1', {}, fileName),
    element('span', { class: 'description' }, words.t('plot.size', { rows, columns: columns.length })),
    linkButton(words.t('plot.openSource'), openSource),
  );
}

function plot(table: Table): HTMLElement {
  const place = element('div');
  const draw = (xColumn: number | null): void => {
    place.replaceChildren(
      columnPlot({
        words,
        title: table.fileName,
        columns: table.columns,
        xColumn,
        hidden: rememberedHidden(),
        onHidden: (names) => page.keep('hidden', names),
        onSave: (file) => page.send({ type: 'saveFile', file }),
        onXColumn: (column) => {
          page.keep('xColumn', column);
          draw(column);
          place.querySelector<HTMLElement>('vscode-dropdown')?.focus();
        },
      }),
    );
  };
  draw(rememberedX(table));
  return place;
}

function notes({ notes: said }: Table): HTMLElement[] {
  if (said.length === 0) return [];
  const list = element('ul', {}, ...said.map((note) => element('li', {}, words.say(note))));
  return [
    element(
      'details',
      { class: 'notes' },
      element('summary', {}, words.t('plot.notes', { count: said.length })),
      list,
    ),
  ];
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
