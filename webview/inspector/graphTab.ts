/** The graph of one subgraph, with its tools and the details of the chosen node. */
import type { GraphView } from '../../src/core/inspect/graph';
import { displayName } from '../../src/core/inspect/displayName';
import { element, setText } from '../shared/element';
import { failureText } from '../shared/failureText';
import { onThemeChange } from '../shared/theme';
import { button, dropdown, searchField } from '../shared/ui';
import { GraphCanvas } from './graphCanvas';
import { kindOfNode, type NodeKind } from './graphColours';
import { graphLegend } from './graphLegend';
import { firstPart, graphToLayOut, GraphScene, type SceneNode } from './graphScene';
import type { InspectorPage, ModelState } from './inspectorPage';
import { keptView, viewToKeep } from './keptView';
import { nodeDetails } from './nodeDetails';
import { pageGraphColours, saveGraph } from './saveGraph';
import { subgraphCallers } from './subgraphCallers';
import { textWidths } from './textWidths';

/** A graph of more nodes is shown in two steps: its first screen, then all of it. */
const firstNodes = 120;
/** The first view is drawn before the next one is prepared. */
const restMs = 300;

interface Prepared {
  readonly view: GraphView;
  /** The view itself, or its first part. */
  readonly part: GraphView;
  readonly first: GraphScene;
}

export class GraphTab {
  readonly element = element('div', { class: 'split' });
  private readonly canvas: GraphCanvas;
  private readonly details = element('aside', { class: 'detail-panel', tabindex: -1 });
  private readonly status = element('span', { class: 'description', role: 'status' });
  /** The details show what is chosen to everybody else. */
  private readonly spoken = element('p', { class: 'visually-hidden', role: 'status' });
  private readonly picker = element('div', { class: 'field' });
  private readonly legend = element('div');
  private readonly callers = element('div', { class: 'callers' });
  private model: ModelState | undefined;
  private subgraph = 0;
  private scene: GraphScene | undefined;
  private drawnFor = '';
  private isShown = false;
  private wanted: string | undefined;
  private turn = 0;
  private prepared: { readonly key: string; readonly made: Promise<Prepared | undefined> } | undefined;
  private hits: readonly SceneNode[] = [];
  private hit = -1;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: InspectorPage) {
    const { t } = page.words;
    const kept = page.recall('graph.subgraph');
    if (typeof kept === 'number') this.subgraph = kept;
    const node = page.recall('graph.node');
    if (typeof node === 'string') this.wanted = node;
    this.details.setAttribute('aria-label', t('inspector.nodeDetails'));
    this.canvas = new GraphCanvas({
      label: t('inspector.graph'),
      help: t('inspector.graphHelp'),
      onSelect: (chosen) => this.chosen(chosen),
      onOpen: (opened) => this.open(opened),
      onMove: (view) => {
        clearTimeout(this.keepTimer);
        this.keepTimer = setTimeout(() => page.keep('graph.view', viewToKeep(view)), 200);
      },
    });
    this.element.append(
      element(
        'div',
        { class: 'graph-panel' },
        element(
          'div',
          { class: 'toolbar' },
          searchField({
            label: t('inspector.searchGraph'),
            value: '',
            onInput: (text) => this.search(text),
            onEnter: () => this.nextHit(),
          }),
          this.picker,
          this.status,
          element('span', { class: 'spring' }),
          button({ text: t('inspector.fit'), onClick: () => this.canvas.fit() }),
          button({ text: t('inspector.zoomIn'), onClick: () => this.canvas.zoomBy(1.25) }),
          button({ text: t('inspector.zoomOut'), onClick: () => this.canvas.zoomBy(0.8) }),
          button({ text: t('inspector.saveSvg'), onClick: () => this.save('svg') }),
          button({ text: t('inspector.savePng'), onClick: () => this.save('png') }),
        ),
        this.callers,
        this.canvas.element,
        this.legend,
        this.spoken,
      ),
      this.details,
    );
    this.paintKinds();
    onThemeChange(() => this.paintKinds());
    this.explain();
  }

  show(model: ModelState): void {
    this.model = model;
    if (!model.subgraphs.some(({ index }) => index === this.subgraph)) this.subgraph = 0;
    this.showPicker();
    if (this.isShown) void this.load();
    else setTimeout(() => void this.prepare().catch(() => undefined), restMs);
  }

  shown(): void {
    this.isShown = true;
    void this.load();
  }

  /** Shows an operator; the graph changes where it is in another subgraph. */
  choose(subgraph: number, operator: number): void {
    this.showSubgraph(subgraph);
    this.wanted = `op${operator}`;
    this.chooseWanted(true);
  }

  showSubgraph(subgraph: number): void {
    if (subgraph === this.subgraph) return;
    this.subgraph = subgraph;
    this.wanted = undefined;
    this.canvas.select(undefined, false);
    this.explain();
    this.page.keep('graph.subgraph', subgraph);
    this.page.keep('graph.view', null);
    this.showPicker();
    if (this.isShown) void this.load();
  }

  private showPicker(): void {
    const subgraphs = this.model?.subgraphs ?? [];
    this.picker.hidden = subgraphs.length < 2;
    this.picker.replaceChildren(
      dropdown({
        label: this.page.words.t('inspector.subgraph'),
        options: subgraphs.map(({ index, name }) => ({
          value: String(index),
          text: `${index} ${displayName(name)}`,
        })),
        value: String(this.subgraph),
        onChange: (value) => this.showSubgraph(Number(value)),
      }),
    );
  }

  /** Asks for the graph and lays out its first screen, so that the tab opens at once. */
  private prepare(): Promise<Prepared | undefined> {
    const key = this.graphKey();
    if (this.prepared?.key === key) return this.prepared.made;
    const make = async (): Promise<Prepared | undefined> => {
      const view = await this.page.ask('graph', { subgraph: this.subgraph });
      if (!view) return undefined;
      const part = view.nodes.length > 2 * firstNodes ? firstPart(view, firstNodes) : view;
      return { view, part, first: await this.layOut(part) };
    };
    const made = make();
    this.prepared = { key, made };
    made.catch(() => {
      // Tried anew when the tab is opened, where a failure can be told.
      if (this.prepared?.made === made) this.prepared = undefined;
    });
    return made;
  }

  private async layOut(view: GraphView): Promise<GraphScene> {
    const request = graphToLayOut(view, textWidths());
    return new GraphScene(view, request, await this.page.ask('layOut', request));
  }

  private async load(): Promise<void> {
    const { page, subgraph } = this;
    const key = this.graphKey();
    if (!this.model || key === this.drawnFor) return;
    const isReload = this.drawnFor.endsWith(` ${subgraph}`);
    this.drawnFor = key;
    const turn = ++this.turn;
    setText(this.status, page.words.t('inspector.layingOut'));
    try {
      const prepared = await this.prepare();
      if (!prepared || turn !== this.turn) return;
      const { view, part, first } = prepared;
      if (!isReload || part === view)
        this.place(first, isReload ? this.canvas.current : keptView(this.page.recall('graph.view')));
      if (part !== view) {
        const whole = await this.layOut(view);
        if (turn !== this.turn) return;
        this.place(whole, this.canvas.current);
      }
      const { nodes, edges } = view;
      setText(this.status, page.words.t('inspector.graphSize', { nodes: nodes.length, edges: edges.length }));
    } catch (error) {
      this.drawnFor = '';
      if (turn === this.turn) setText(this.status, failureText(page.words, error));
    }
  }

  private graphKey(): string {
    return `${this.model?.revision ?? 0} ${this.subgraph}`;
  }

  private place(scene: GraphScene, view: Parameters<GraphCanvas['show']>[1]): void {
    const before = this.scene;
    // The node in the middle stays there when a fuller drawing moves it.
    const middle = view && before?.view.subgraph === scene.view.subgraph && this.middle(before, view);
    const now = middle && scene.node(middle.node.id);
    this.scene = scene;
    this.callers.replaceChildren(...subgraphCallers(this.page, scene.view.callers));
    this.canvas.show(
      scene,
      view && middle && now
        ? { ...view, x: view.x + now.left - middle.left, y: view.y + now.top - middle.top }
        : view,
    );
    this.legend.replaceChildren(
      graphLegend(this.page.words, new Set<NodeKind>(scene.nodes.map(({ node }) => kindOfNode(node)))),
    );
    this.chooseWanted(view === undefined);
  }

  private middle(scene: GraphScene, { x, y, zoom }: GraphCanvas['current']): SceneNode | undefined {
    const { clientWidth, clientHeight } = this.canvas.element;
    const [right, bottom] = [x + clientWidth / zoom, y + clientHeight / zoom];
    const seen = scene.visibleNodes({ left: x, top: y, right, bottom });
    return seen[Math.floor(seen.length / 2)];
  }

  private chooseWanted(reveal: boolean): void {
    const node = this.wanted === undefined ? undefined : this.scene?.node(this.wanted);
    if (!node) return;
    this.canvas.select(node, reveal);
    this.showDetails(node);
  }

  private chosen(node: SceneNode | undefined): void {
    this.wanted = node?.node.id;
    this.page.keep('graph.node', this.wanted ?? null);
    if (!node) {
      this.explain();
      return;
    }
    this.showDetails(node);
    setText(this.spoken, `${node.title} ${node.note}`);
  }

  private open({ node }: SceneNode): void {
    const { subgraph } = this;
    if (node.kind === 'operator')
      this.page.goTo({ kind: 'operator', subgraph, index: node.operator }, 'table');
    else this.page.goTo({ kind: 'tensor', subgraph, index: node.tensor }, 'table');
  }

  private explain(): void {
    this.details.replaceChildren(
      element('p', { class: 'description' }, this.page.words.t('inspector.graphHelp')),
    );
  }

  private showDetails(node: SceneNode): void {
    this.details.replaceChildren(...nodeDetails(this.page, this.model, this.subgraph, node));
  }

  private search(text: string): void {
    this.hits = this.scene?.search(text) ?? [];
    this.hit = -1;
    this.canvas.mark(this.hits);
    if (text.trim() !== '') {
      setText(this.status, this.page.words.t('inspector.hits', { count: this.hits.length }));
    }
  }

  private nextHit(): void {
    if (this.hits.length === 0) return;
    this.hit = (this.hit + 1) % this.hits.length;
    const node = this.hits[this.hit];
    this.canvas.select(node, true);
    this.chosen(node);
  }

  private save(format: 'svg' | 'png'): void {
    const { page, scene, model } = this;
    if (scene && model) void saveGraph(page, model.fileName, scene, pageGraphColours(), format);
  }

  private paintKinds(): void {
    for (const [kind, colour] of Object.entries(pageGraphColours().nodes)) {
      this.element.style.setProperty(`--graph-${kind}`, colour);
    }
  }
}
