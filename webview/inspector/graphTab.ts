/** The graph of one subgraph, with its tools and the details of the chosen node. */
import { element, setText } from '../shared/element';
import { failureText } from '../shared/failureText';
import { onThemeChange } from '../shared/theme';
import { button, searchField } from '../shared/ui';
import { GraphCanvas } from './graphCanvas';
import { kindOfNode, type NodeKind } from './graphColours';
import { graphLegend } from './graphLegend';
import { GraphPreparation } from './graphPreparation';
import type { GraphScene, SceneNode } from './graphScene';
import type { InspectorPage, ModelState } from './inspectorPage';
import type { GraphView2D } from './graphDrawing';
import { keptView, viewToKeep } from './keptView';
import { nodeDetails } from './nodeDetails';
import { pageGraphColours, saveGraph } from './saveGraph';
import { subgraphCallers } from './subgraphCallers';
import { SubgraphPicker } from './subgraphPicker';

/** The first view is drawn before the next one is prepared. */
const restMs = 300;

export class GraphTab {
  readonly element = element('div', { class: 'split' });
  private readonly canvas: GraphCanvas;
  private readonly details = element('aside', { class: 'detail-panel', tabindex: -1 });
  private readonly status = element('span', { class: 'description', role: 'status' });
  /** The details show what is chosen to everybody else. */
  private readonly spoken = element('p', { class: 'visually-hidden', role: 'status' });
  private readonly picker: SubgraphPicker;
  private readonly legend = element('div');
  private readonly callers = element('div', { class: 'callers' });
  private model: ModelState | undefined;
  private subgraph = 0;
  private scene: GraphScene | undefined;
  private drawnFor = '';
  private loading: Promise<void> | undefined;
  /** Nothing of the graph is still to come. */
  private isWhole = false;
  private isShown = false;
  private wanted: string | undefined;
  /** The wanted node is to be brought into sight as soon as it is drawn: a large graph comes in two steps. */
  private isToReveal = false;
  private turn = 0;
  private readonly preparation: GraphPreparation;
  /** The status, while nobody searches. */
  private said = '';
  private searched = '';
  private hits: readonly SceneNode[] = [];
  private hit = -1;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: InspectorPage) {
    const { t } = page.words;
    this.preparation = new GraphPreparation(page);
    this.picker = new SubgraphPicker(page, (subgraph) => this.showSubgraph(subgraph));
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
          this.picker.element,
          this.status,
          element(
            'div',
            { class: 'toolbar' },
            button({ text: t('inspector.fit'), onClick: () => this.canvas.fit() }),
            button({ text: t('inspector.zoomIn'), onClick: () => this.canvas.zoomBy(1.25) }),
            button({ text: t('inspector.zoomOut'), onClick: () => this.canvas.zoomBy(0.8) }),
            button({ text: t('inspector.saveSvg'), onClick: () => void this.save('svg') }),
            button({ text: t('inspector.savePng'), onClick: () => void this.save('png') }),
          ),
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
    this.picker.show(model.subgraphs, this.subgraph);
    if (this.isShown) this.draw();
    else setTimeout(() => void this.prepare().catch(() => undefined), restMs);
  }

  shown(): void {
    this.isShown = true;
    this.draw();
  }

  /** Shows an operator; the graph changes where it is in another subgraph. */
  choose(subgraph: number, operator: number): void {
    this.showSubgraph(subgraph);
    this.want(`op${operator}`);
    this.isToReveal = true;
    this.chooseWanted();
  }

  showSubgraph(subgraph: number): void {
    if (subgraph === this.subgraph) return;
    this.subgraph = subgraph;
    this.want(undefined);
    this.canvas.select(undefined, false);
    this.explain();
    this.page.keep('graph.subgraph', subgraph);
    // The place was one of the graph that is left.
    clearTimeout(this.keepTimer);
    this.page.keep('graph.view', null);
    if (this.model) this.picker.show(this.model.subgraphs, subgraph);
    if (this.isShown) this.draw();
  }

  /** Also what comes by a link is there again after a reload. */
  private want(id: string | undefined): void {
    this.wanted = id;
    this.page.keep('graph.node', id ?? null);
  }

  private draw(): void {
    const key = this.graphKey();
    if (!this.model || key === this.drawnFor) return;
    const isReload = this.drawnFor.endsWith(` ${this.subgraph}`);
    this.drawnFor = key;
    this.loading = this.load(isReload);
  }

  private async load(isReload: boolean): Promise<void> {
    const { t } = this.page.words;
    const turn = ++this.turn;
    this.isWhole = false;
    this.tell(t('inspector.layingOut'));
    try {
      const prepared = await this.prepare();
      if (turn !== this.turn) return;
      if (prepared) {
        const { view, first, isWhole } = prepared;
        if (!isReload || isWhole)
          this.place(first, isReload ? this.canvas.current : keptView(this.page.recall('graph.view')));
        if (!isWhole) {
          const whole = await this.preparation.layOut(view);
          if (turn !== this.turn) return;
          this.place(whole, this.canvas.current);
        }
      }
      this.isWhole = true;
      const { nodes = [], edges = [] } = prepared?.view ?? {};
      this.tell(t('inspector.graphSize', { nodes: nodes.length, edges: edges.length }));
    } catch (error) {
      if (turn !== this.turn) return;
      this.drawnFor = '';
      this.tell(failureText(this.page.words, error));
    }
  }

  private tell(said: string): void {
    this.said = said;
    const { t } = this.page.words;
    const count = this.hits.length;
    if (!this.scene || this.searched.trim() === '') setText(this.status, said);
    else setText(this.status, count === 0 ? t('inspector.noHits') : t('inspector.hits', { count }));
  }

  /** Before the tab is opened, so that it opens at once. */
  private prepare(): ReturnType<GraphPreparation['prepare']> {
    return this.preparation.prepare(this.graphKey(), this.subgraph);
  }

  private graphKey(): string {
    return `${this.model?.revision ?? 0} ${this.subgraph}`;
  }

  private place(scene: GraphScene, view: Parameters<GraphCanvas['show']>[1]): void {
    const before = this.scene;
    // The node in the middle stays there when a fuller drawing moves it.
    const isSame = before?.view.subgraph === scene.view.subgraph;
    const middle = view && before && isSame ? this.middle(before, view) : undefined;
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
    this.find();
    if (view === undefined) this.isToReveal = true;
    this.chooseWanted();
  }

  private middle(scene: GraphScene, { x, y, zoom }: GraphView2D): SceneNode | undefined {
    const { clientWidth, clientHeight } = this.canvas.element;
    const [right, bottom] = [x + clientWidth / zoom, y + clientHeight / zoom];
    const seen = scene.visibleNodes({ left: x, top: y, right, bottom });
    return seen[Math.floor(seen.length / 2)];
  }

  private chooseWanted(): void {
    const { scene, wanted } = this;
    // Until another subgraph is drawn, nodes of the old one bear the same names.
    const node =
      wanted !== undefined && scene?.view.subgraph === this.subgraph ? scene.node(wanted) : undefined;
    if (!node) return;
    this.canvas.select(node, this.isToReveal);
    this.isToReveal = false;
    this.showDetails(node);
  }

  private chosen(node: SceneNode | undefined): void {
    this.want(node?.node.id);
    this.isToReveal = false;
    if (node) this.showDetails(node);
    else this.explain();
    setText(this.spoken, node ? `${node.title} ${node.note}` : '');
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
    this.searched = text;
    this.find();
    this.tell(this.said);
  }

  private find(): void {
    this.hits = this.scene?.search(this.searched) ?? [];
    this.hit = -1;
    this.canvas.mark(this.hits);
  }

  private nextHit(): void {
    if (this.hits.length === 0) return;
    this.hit = (this.hit + 1) % this.hits.length;
    const node = this.hits[this.hit];
    this.canvas.select(node, true);
    this.chosen(node);
  }

  /** The whole graph, also where so far only its beginning is drawn. */
  private async save(format: 'svg' | 'png'): Promise<void> {
    await this.loading;
    const { page, scene, model, isWhole } = this;
    if (scene && model && isWhole) await saveGraph(page, model.fileName, scene, pageGraphColours(), format);
    else page.announce(this.said);
  }

  private paintKinds(): void {
    for (const [kind, colour] of Object.entries(pageGraphColours().nodes)) {
      this.element.style.setProperty(`--graph-${kind}`, colour);
    }
  }
}
