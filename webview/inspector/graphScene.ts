/** A laid-out graph as geometry: what is where, what is in sight, and what leads to what. */
import type { GraphEdge, GraphNode, GraphView } from '../../src/core/inspect/graph';
import { displayName } from '../../src/core/inspect/displayName';
import type { GraphLayout, GraphToLayOut } from '../../src/protocol/graphLayout';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface SceneNode extends Box {
  readonly index: number;
  readonly node: GraphNode;
  readonly title: string;
  readonly note: string;
}

export interface SceneEdge extends Box {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** x and y in turn. */
  readonly points: Float32Array;
  /** Type and shape; empty where another edge of the same tensor says it already. */
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
}

const nodeHeight = 40;
const sidePadding = 14;
const longestTitle = 32;
/** Room right of an edge for its label. */
const labelRoom = 130;

export function nodeTitle(node: GraphNode): string {
  const name = displayName(node.name);
  return name.length > longestTitle ? `${name.slice(0, longestTitle)}…` : name;
}

export function nodeNote(node: GraphNode): string {
  if (node.kind !== 'operator') return `t${node.tensor}`;
  const links = node.links.map(({ part, subgraph }) => `${part} → ${subgraph}`).join(', ');
  return links === '' ? `op${node.operator}` : `op${node.operator} · ${links}`;
}

/** `textWidth` in pixels at zoom 1: `title` as nodes write it, `note` smaller. */
export function graphToLayOut(
  { nodes, edges }: GraphView,
  textWidth: (text: string, kind: 'title' | 'note') => number,
): GraphToLayOut {
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  return {
    nodes: nodes.map((node) => ({
      width: Math.ceil(
        Math.max(textWidth(nodeTitle(node), 'title'), textWidth(nodeNote(node), 'note'), 64) +
          2 * sidePadding,
      ),
      height: nodeHeight,
    })),
    edges: edges.map(({ from, to }) => ({ from: indexOf.get(from) ?? -1, to: indexOf.get(to) ?? -1 })),
  };
}

/** The first `count` nodes with the edges between them: laid out at once, while the whole takes its time. */
export function firstPart(view: GraphView, count: number): GraphView {
  const nodes = view.nodes.slice(0, count);
  const ids = new Set(nodes.map(({ id }) => id));
  return { ...view, nodes, edges: view.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

export class GraphScene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly width: number;
  readonly height: number;
  private readonly indexOf: ReadonlyMap<string, number>;
  private searched: readonly SearchedNode[] | undefined;

  constructor(
    readonly view: GraphView,
    request: GraphToLayOut,
    layout: GraphLayout,
  ) {
    this.width = layout.width;
    this.height = layout.height;
    this.indexOf = new Map(view.nodes.map(({ id }, index) => [id, index]));
    this.nodes = view.nodes.map((node, index) => {
      const left = layout.corners[index * 2] ?? 0;
      const top = layout.corners[index * 2 + 1] ?? 0;
      const { width = 0, height = 0 } = request.nodes[index] ?? {};
      const box = { left, top, right: left + width, bottom: top + height };
      return { index, node, title: nodeTitle(node), note: nodeNote(node), ...box };
    });
    const labelled = new Set<string>();
    this.edges = view.edges.flatMap((edge, index): SceneEdge | [] => {
      const points = layout.lines[index];
      const { from = -1, to = -1 } = request.edges[index] ?? {};
      if (!points || points.length < 4) return [];
      const key = `${edge.from} ${edge.tensor}`;
      const label = labelled.has(key) ? '' : edge.label;
      labelled.add(key);
      return { index, from, to, points, label, ...labelPlace(points), ...boxOf(points) };
    });
  }

  visibleNodes(box: Box): readonly SceneNode[] {
    return this.nodes.filter((node) => overlaps(node, box));
  }

  visibleEdges(box: Box): readonly SceneEdge[] {
    return this.edges.filter((edge) => overlaps(edge, box));
  }

  nodeAt(x: number, y: number): SceneNode | undefined {
    return this.nodes.find(
      ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    );
  }

  node(id: string): SceneNode | undefined {
    return this.nodes[this.indexOf.get(id) ?? -1];
  }

  /** Where an arrow key leads: up to a producer, down to a consumer, sideways to a neighbour in the layer. */
  step(from: SceneNode, direction: 'up' | 'down' | 'left' | 'right'): SceneNode | undefined {
    const candidates = this.candidates(from, direction);
    const middle = (from.left + from.right) / 2;
    const distance = ({ left, right, top }: SceneNode): number =>
      Math.abs((left + right) / 2 - middle) + Math.abs(top - from.top) / 1000;
    return [...candidates].sort((a, b) => distance(a) - distance(b))[0];
  }

  private candidates(from: SceneNode, direction: 'up' | 'down' | 'left' | 'right'): readonly SceneNode[] {
    const at = (index: number): readonly SceneNode[] => this.nodes.slice(index, index + 1);
    switch (direction) {
      case 'up':
        return this.edges.flatMap((edge) => (edge.to === from.index ? at(edge.from) : []));
      case 'down':
        return this.edges.flatMap((edge) => (edge.from === from.index ? at(edge.to) : []));
      case 'left':
        return this.nodes.filter(
          ({ top, left }) => Math.abs(top - from.top) < nodeHeight && left < from.left,
        );
      case 'right':
        return this.nodes.filter(
          ({ top, left }) => Math.abs(top - from.top) < nodeHeight && left > from.left,
        );
    }
  }

  /** Nodes whose name, number or tensor is searched for; edges count for the node that they leave. */
  search(text: string): readonly SceneNode[] {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return [];
    this.searched ??= searchedNodes(this.view);
    const { searched } = this;
    const exact = this.nodes.filter(({ index }) => searched[index]?.numbers.includes(wanted));
    if (exact.length > 0) return exact;
    const words = wanted.split(/\s+/);
    return this.nodes.filter(({ index }) => words.every((word) => searched[index]?.text.includes(word)));
  }
}

/** What a search finds a node by. */
interface SearchedNode {
  readonly numbers: readonly string[];
  readonly text: string;
}

function searchedNodes({ nodes, edges }: GraphView): readonly SearchedNode[] {
  const leaving = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const list = leaving.get(edge.from);
    if (list) list.push(edge);
    else leaving.set(edge.from, [edge]);
  }
  return nodes.map((node) => {
    const tensors = leaving.get(node.id) ?? [];
    const own = node.kind === 'operator' ? `op${node.operator}` : `t${node.tensor}`;
    const numbers = [own, ...tensors.map(({ tensor }) => `t${tensor}`)];
    const labels = tensors.map(({ label }) => label);
    return { numbers, text: [node.name, nodeNote(node), ...numbers, ...labels].join('\n').toLowerCase() };
  });
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;
}

/** Beside the first stretch of the line, where it has just left its node. */
function labelPlace(points: Float32Array): { readonly labelX: number; readonly labelY: number } {
  const [x = 0, y = 0, nextX = x, nextY = y] = points;
  const down = Math.min(20, Math.max(8, (nextY - y) / 2));
  const share = nextY === y ? 0 : Math.min(1, down / (nextY - y));
  return { labelX: x + (nextX - x) * share + 6, labelY: y + down + 3 };
}

function boxOf(points: Float32Array): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    left = Math.min(left, x);
    right = Math.max(right, x + labelRoom);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}
