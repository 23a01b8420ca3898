/** The page of the model inspector: a view of what the host has read. It can vanish and come back at any moment. */
import './inspector.css';
import type { InspectorHostSide, InspectorPageSide, InspectorState } from '../../src/protocol/inspectorPage';
import { element, setText } from '../shared/element';
import { fileText } from '../shared/fileText';
import { startPage } from '../shared/page';
import { Tabs } from '../shared/tabs';
import { progressBar } from '../shared/ui';
import { FeedingTab } from './feedingTab';
import { GraphTab } from './graphTab';
import { Header } from './header';
import type { InspectorPage, ModelState, TabId } from './inspectorPage';
import { OperatorsTab } from './operatorsTab';
import { SizeTab } from './sizeTab';
import { TensorsTab } from './tensorsTab';
import { keyOf, type Target } from './target';

/** The tab in sight is drawn before the others are prepared. */
const restMs = 60;

const live = element('p', { class: 'toast', role: 'status' });
let toastTimer: ReturnType<typeof setTimeout> | undefined;
let model: ModelState | undefined;
let wanted: Target | undefined;

const page: InspectorPage = {
  ...startPage<InspectorPageSide['event'], InspectorHostSide['event'], InspectorPageSide['requests']>(),
  goTo,
  showSubgraph: (subgraph) => {
    tabs.choose('graph');
    graph.showSubgraph(subgraph);
  },
  announce: (text) => {
    setText(live, text);
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => setText(live, ''), 4000);
  },
};
const { t, say } = page.words;

const header = new Header(page);
const operators = new OperatorsTab(page);
const graph = new GraphTab(page);
const tensors = new TensorsTab(page);
const feeding = new FeedingTab(page);
const size = new SizeTab(page);
const views = { operators, graph, tensors, feeding, size } satisfies Record<TabId, unknown>;
const tabIds: readonly TabId[] = ['operators', 'graph', 'tensors', 'feeding', 'size'];
/** Tabs that have not been given the present model: the one in sight gets it first. */
const behind = new Set<TabId>();
let restTimer: ReturnType<typeof setTimeout> | undefined;
const titles: Readonly<Record<TabId, string>> = {
  operators: t('inspector.operators'),
  graph: t('inspector.graph'),
  tensors: t('inspector.tensors'),
  feeding: t('inspector.feeding'),
  size: t('inspector.size'),
};
const tabs = new Tabs(
  t('inspector.views'),
  tabIds.map((id) => ({
    id,
    title: titles[id],
    panel: views[id].element,
    onShow: () => shown(id),
  })),
  (id) => page.keep('tab', id),
);

page.main.classList.add('inspector');
page.listen((event) => {
  if (event.type === 'state') {
    show(event.state);
    goToWanted();
    return;
  }
  const { subgraph, operator, tensor } = event;
  if (operator !== undefined) wanted = { kind: 'operator', subgraph, index: operator };
  else if (tensor !== undefined) wanted = { kind: 'tensor', subgraph, index: tensor };
  goToWanted();
});
page.send({ type: 'ready' });

function show(state: InspectorState): void {
  if (state.kind === 'model') {
    showModel(state);
    return;
  }
  model = undefined;
  const bar = progressBar(t('inspector.reading'));
  bar.show(null);
  page.main.replaceChildren(
    element('h1', {}, fileText(state.fileName)),
    element(
      'div',
      { class: 'state' },
      ...(state.kind === 'reading'
        ? [element('p', { role: 'status' }, t('inspector.reading')), bar.element]
        : state.why.map((sentence) => element('p', { dir: 'auto', role: 'alert' }, say(sentence)))),
    ),
  );
}

function showModel(state: ModelState): void {
  const isFirst = model === undefined;
  model = state;
  if (isFirst) page.main.replaceChildren(header.element, tabs.element, live);
  header.show(state);
  for (const id of tabIds) behind.add(id);
  const kept = isFirst ? page.recall('tab') : tabs.current;
  const first = tabIds.find((id) => id === kept) ?? 'operators';
  bringUpToDate(first);
  // The page may have been taken down in between, for a file that was not there for a moment.
  if (isFirst && tabs.current === first) shown(first);
  else if (isFirst) tabs.choose(first);
  clearTimeout(restTimer);
  restTimer = setTimeout(bringOthersUpToDate, restMs);
}

function shown(id: TabId): void {
  bringUpToDate(id);
  const view = views[id];
  if ('shown' in view) view.shown();
}

function bringUpToDate(id: TabId): void {
  if (model && behind.delete(id)) views[id].show(model);
}

/** One at a time: keys and clicks are heard in between. */
function bringOthersUpToDate(): void {
  const next = tabIds.find((id) => behind.has(id));
  if (next === undefined) return;
  bringUpToDate(next);
  restTimer = setTimeout(bringOthersUpToDate);
}

/** A place may be named before the model has been read. */
function goToWanted(): void {
  if (!model || !wanted) return;
  const target = wanted;
  wanted = undefined;
  goTo(target, 'table');
}

function goTo(target: Target, where: 'table' | 'graph'): void {
  const rows = target.kind === 'operator' ? model?.operators : model?.tensors;
  const key = keyOf(target);
  if (!rows?.some((row) => keyOf(row) === key)) {
    const name = `${target.kind === 'operator' ? 'op' : 't'}${target.index}`;
    page.announce(t('inspector.notThere', { name, subgraph: target.subgraph }));
    return;
  }
  if (where === 'graph') {
    tabs.choose('graph');
    graph.choose(target.subgraph, target.index);
  } else if (target.kind === 'operator') {
    tabs.choose('operators');
    operators.choose(key);
  } else {
    tabs.choose('tensors');
    tensors.choose(key);
  }
}
