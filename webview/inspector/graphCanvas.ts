/** The window onto a graph: what is in sight, moved and zoomed by mouse and keys, with one chosen node. */
import { element } from '../shared/element';
import { oncePerFrame } from '../shared/oncePerFrame';
import { GraphDrawing, type GraphView2D } from './graphDrawing';
import type { Box, GraphScene, SceneNode } from './graphScene';

/** More nodes than this in sight are drawn as shapes without text. */
const mostDetailed = 350;
const zoomRange = { min: 0.001, max: 4 } as const;
/** Smaller than this nothing can be read: a large graph opens at its first node instead of as a whole. */
const readableZoom = 0.45;
const dragStartPx = 4;

export interface GraphCanvasOptions {
  readonly label: string;
  readonly help: string;
  readonly onSelect: (node: SceneNode | undefined) => void;
  readonly onOpen: (node: SceneNode) => void;
  readonly onMove: (view: GraphView2D) => void;
}

export class GraphCanvas {
  readonly element: HTMLElement;
  private readonly drawing = new GraphDrawing();
  private scene: GraphScene | undefined;
  private view: GraphView2D = { x: 0, y: 0, zoom: 1 };
  private drawn: { readonly box: Box; readonly isFar: boolean } | undefined;
  private selectedId: string | undefined;
  private found: ReadonlySet<string> = new Set();
  /** The beginning of the graph is to be shown as soon as the canvas has a size. */
  private isToStart = false;
  private drag: { x: number; y: number; moved: boolean } | undefined;
  private readonly redraw = oncePerFrame(() => this.draw());

  constructor(private readonly options: GraphCanvasOptions) {
    const { label, help } = options;
    const helpId = 'graph-help';
    this.element = element(
      'div',
      {
        class: 'graph-canvas',
        role: 'application',
        tabindex: 0,
        'aria-label': label,
        'aria-describedby': helpId,
      },
      this.drawing.element,
      element('p', { id: helpId, class: 'visually-hidden' }, help),
    );
    this.element.addEventListener('pointerdown', (event) => this.press(event));
    this.element.addEventListener('pointermove', (event) => this.moveDrag(event));
    this.element.addEventListener('pointerup', (event) => this.release(event));
    this.element.addEventListener('pointercancel', () => (this.drag = undefined));
    this.element.addEventListener('dblclick', (event) => {
      const node = this.nodeUnder(event);
      if (node) options.onOpen(node);
    });
    this.element.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.element.addEventListener('keydown', (event) => {
      if (this.pressKey(event)) event.preventDefault();
    });
    new ResizeObserver(() => this.redraw()).observe(this.element);
  }

  /** Keeps what is in the middle in its place when a fuller drawing of the same graph comes. */
  show(scene: GraphScene, view: GraphView2D | undefined): void {
    this.scene = scene;
    this.drawn = undefined;
    this.isToStart = !view;
    if (view) this.setView(view);
    else this.start();
  }

  /** Undefined as long as nobody has seen the graph. */
  get current(): GraphView2D | undefined {
    return this.isToStart ? undefined : this.view;
  }

  select(node: SceneNode | undefined, reveal: boolean): void {
    this.selectedId = node?.node.id;
    this.drawn = undefined;
    if (node && reveal) this.reveal(node);
    this.redraw();
  }

  mark(nodes: readonly SceneNode[]): void {
    this.found = new Set(nodes.map(({ node }) => node.id));
    this.drawn = undefined;
    this.redraw();
  }

  fit(): void {
    if (!this.scene) return;
    const { clientWidth, clientHeight } = this.element;
    const { width, height } = this.scene;
    const zoom = Math.min(1, clientWidth / Math.max(1, width), clientHeight / Math.max(1, height));
    this.setView({ x: (width - clientWidth / zoom) / 2, y: (height - clientHeight / zoom) / 2, zoom });
  }

  zoomBy(factor: number, atX = this.element.clientWidth / 2, atY = this.element.clientHeight / 2): void {
    const { x, y, zoom } = this.view;
    const next = Math.min(zoomRange.max, Math.max(zoomRange.min, zoom * factor));
    this.setView({ x: x + atX / zoom - atX / next, y: y + atY / zoom - atY / next, zoom: next });
  }

  /** A canvas out of sight has no size to fit a graph into: it waits until it is drawn. */
  private start(): void {
    if (!this.scene || this.element.clientWidth === 0) return;
    this.isToStart = false;
    this.showStart(this.scene);
    const selected = this.selectedId === undefined ? undefined : this.scene.node(this.selectedId);
    if (selected) this.reveal(selected);
  }

  private showStart(scene: GraphScene): void {
    this.fit();
    if (this.view.zoom >= readableZoom) return;
    const first = scene.nodes[0];
    const { clientWidth } = this.element;
    const middle = first ? (first.left + first.right) / 2 : scene.width / 2;
    this.setView({ x: middle - clientWidth / 2, y: (first?.top ?? 0) - 24, zoom: 1 });
  }

  private reveal(node: SceneNode): void {
    if (this.isToStart) return;
    const { clientWidth, clientHeight } = this.element;
    const zoom = Math.max(this.view.zoom, readableZoom);
    const seen = this.seen(0);
    const margin = 24 / zoom;
    const isSeen =
      zoom === this.view.zoom &&
      node.left >= seen.left + margin &&
      node.right <= seen.right - margin &&
      node.top >= seen.top + margin &&
      node.bottom <= seen.bottom - margin;
    if (isSeen) return;
    this.setView({
      x: (node.left + node.right - clientWidth / zoom) / 2,
      y: (node.top + node.bottom - clientHeight / zoom) / 2,
      zoom,
    });
  }

  private setView(view: GraphView2D): void {
    this.view = this.kept(view);
    this.options.onMove(this.view);
    this.redraw();
  }

  /** A graph cannot be pushed out of sight. */
  private kept({ x, y, zoom }: GraphView2D): GraphView2D {
    const { clientWidth, clientHeight } = this.element;
    // Out of sight nothing says what would be pushed out of it.
    if (clientWidth === 0) return { x, y, zoom };
    const { width = 0, height = 0 } = this.scene ?? {};
    const margin = 60 / zoom;
    const clamp = (value: number, size: number, seen: number): number =>
      Math.min(size - margin, Math.max(margin - seen, value));
    return { x: clamp(x, width, clientWidth / zoom), y: clamp(y, height, clientHeight / zoom), zoom };
  }

  private seen(spare: number): Box {
    const { x, y, zoom } = this.view;
    const width = this.element.clientWidth / zoom;
    const height = this.element.clientHeight / zoom;
    return {
      left: x - width * spare,
      top: y - height * spare,
      right: x + width * (1 + spare),
      bottom: y + height * (1 + spare),
    };
  }

  private draw(): void {
    const { scene } = this;
    if (!scene || this.element.clientWidth === 0) return;
    if (this.isToStart) this.start();
    this.drawing.move(this.view);
    const seen = this.seen(0);
    const isCovered = this.drawn && contains(this.drawn.box, seen);
    const nodes = isCovered && !this.drawn?.isFar ? undefined : scene.visibleNodes(this.seen(0.5));
    const isFar = nodes ? nodes.length > mostDetailed : (this.drawn?.isFar ?? false);
    if (isCovered && this.drawn?.isFar === isFar) return;
    const box = isFar ? this.seen(1) : this.seen(0.5);
    this.drawn = { box, isFar };
    this.element.classList.toggle('far', isFar);
    const edges = scene.visibleEdges(box);
    const selected = this.selectedId === undefined ? undefined : scene.node(this.selectedId);
    const marks = { selected, found: this.found };
    if (isFar) this.drawing.drawFar(scene.visibleNodes(box), edges, marks);
    else this.drawing.drawNear(nodes ?? scene.visibleNodes(box), edges, marks);
  }

  private pressKey(event: KeyboardEvent): boolean {
    const { scene } = this;
    if (!scene || event.ctrlKey || event.metaKey || event.altKey) return false;
    const direction = arrows[event.key];
    if (direction && event.shiftKey) this.pan(direction);
    else if (direction) this.walk(direction);
    else if (event.key === '+' || event.key === '=') this.zoomBy(1.25);
    else if (event.key === '-') this.zoomBy(0.8);
    else if (event.key === '0') this.fit();
    else if (event.key === 'Home') this.choose(scene.nodes[0]);
    else if (event.key === 'End') this.choose(scene.nodes.at(-1));
    else if (event.key === 'Enter') {
      const node = this.selectedId === undefined ? undefined : scene.node(this.selectedId);
      if (node) this.options.onOpen(node);
    } else if (event.key === 'Escape') this.choose(undefined);
    else return false;
    return true;
  }

  private pan(direction: Direction): void {
    const step = 80 / this.view.zoom;
    const { x, y, zoom } = this.view;
    const [dx, dy] = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[direction] as [
      number,
      number,
    ];
    this.setView({ x: x + dx * step, y: y + dy * step, zoom });
  }

  private walk(direction: Direction): void {
    const { scene } = this;
    const from = this.selectedId === undefined ? undefined : scene?.node(this.selectedId);
    const to = from ? scene?.step(from, direction) : scene?.nodes[0];
    if (to) this.choose(to);
  }

  private choose(node: SceneNode | undefined): void {
    this.select(node, true);
    this.options.onSelect(node);
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const box = this.element.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) {
      this.zoomBy(Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
      return;
    }
    const { x, y, zoom } = this.view;
    const [deltaX, deltaY] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
    this.setView({ x: x + deltaX / zoom, y: y + deltaY / zoom, zoom });
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0 && event.button !== 1) return;
    this.drag = { x: event.clientX, y: event.clientY, moved: false };
    this.element.setPointerCapture(event.pointerId);
  }

  private moveDrag(event: PointerEvent): void {
    const { drag } = this;
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) < dragStartPx) return;
    this.drag = { x: event.clientX, y: event.clientY, moved: true };
    const { x, y, zoom } = this.view;
    this.setView({ x: x - dx / zoom, y: y - dy / zoom, zoom });
  }

  private release(event: PointerEvent): void {
    const { drag } = this;
    this.drag = undefined;
    if (!drag || drag.moved || event.button !== 0) return;
    const node = this.nodeUnder(event);
    this.select(node, false);
    this.options.onSelect(node);
  }

  private nodeUnder(event: MouseEvent): SceneNode | undefined {
    const box = this.element.getBoundingClientRect();
    const { x, y, zoom } = this.view;
    return this.scene?.nodeAt(x + (event.clientX - box.left) / zoom, y + (event.clientY - box.top) / zoom);
  }
}

type Direction = 'up' | 'down' | 'left' | 'right';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  );
}
