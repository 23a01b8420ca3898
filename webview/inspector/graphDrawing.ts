/**
 * The drawing of a graph: SVG of what is in sight and a little around it, moved as a whole while it is panned. From afar,
 * where a text could not be read, nodes of a kind become one shape, so that a drawing of thousands stays quick.
 */
import { svgElement } from '../shared/element';
import { kindOfNode, type NodeKind } from './graphColours';
import type { SceneEdge, SceneNode } from './graphScene';
import { linePath } from './graphSvg';

export interface GraphView2D {
  /** Of the graph, at the upper left corner of the window. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface GraphMarks {
  readonly selected: SceneNode | undefined;
  /** Ids of the nodes that a search found. */
  readonly found: ReadonlySet<string>;
}

export class GraphDrawing {
  private readonly edgeLayer = svgElement('g', { class: 'edges' });
  private readonly labelLayer = svgElement('g', { class: 'labels' });
  private readonly nodeLayer = svgElement('g', { class: 'nodes' });
  private readonly layer = svgElement('g', {}, this.edgeLayer, this.labelLayer, this.nodeLayer);
  readonly element = svgElement(
    'svg',
    { class: 'graph-svg', 'aria-hidden': 'true', focusable: 'false' },
    arrow(),
    this.layer,
  );

  move({ x, y, zoom }: GraphView2D): void {
    this.layer.setAttribute('transform', `scale(${zoom}) translate(${-x} ${-y})`);
  }

  drawNear(nodes: readonly SceneNode[], edges: readonly SceneEdge[], marks: GraphMarks): void {
    const selected = marks.selected?.index ?? -1;
    this.edgeLayer.replaceChildren(
      ...edges.map(({ points, from, to }) =>
        svgElement('path', {
          d: linePath(points),
          'marker-end': 'url(#graph-arrow)',
          class: selected >= 0 && (from === selected || to === selected) ? 'lit' : undefined,
        }),
      ),
    );
    this.labelLayer.replaceChildren(
      ...edges
        .filter(({ label }) => label !== '')
        .map(({ label, labelX, labelY }) => text(label, labelX, labelY, 'shape')),
    );
    this.nodeLayer.replaceChildren(...nodes.map((node) => nodeElement(node, marks)));
  }

  drawFar(nodes: readonly SceneNode[], edges: readonly SceneEdge[], marks: GraphMarks): void {
    const shapes = new Map<NodeKind | 'selected' | 'found', string>();
    const add = (kind: NodeKind | 'selected' | 'found', { left, top, right, bottom }: SceneNode): void => {
      const rectangle = `M${left} ${top}H${right}V${bottom}H${left}Z`;
      shapes.set(kind, (shapes.get(kind) ?? '') + rectangle);
    };
    for (const node of nodes) {
      add(kindOfNode(node.node), node);
      if (marks.found.has(node.node.id)) add('found', node);
      if (node.node.id === marks.selected?.node.id) add('selected', node);
    }
    this.edgeLayer.replaceChildren(
      svgElement('path', { d: edges.map(({ points }) => linePath(points)).join('') }),
    );
    this.labelLayer.replaceChildren();
    this.nodeLayer.replaceChildren(
      ...[...shapes].map(([kind, d]) =>
        svgElement(
          'g',
          { class: `node ${kind}` },
          svgElement('path', { d, 'vector-effect': 'non-scaling-stroke' }),
        ),
      ),
    );
  }
}

function nodeElement(
  { node, left, top, right, bottom, title, note }: SceneNode,
  { selected, found }: GraphMarks,
): SVGElement {
  const marks = [
    'node',
    kindOfNode(node),
    ...(node.id === selected?.node.id ? ['selected'] : []),
    ...(found.has(node.id) ? ['found'] : []),
  ];
  const middle = (left + right) / 2;
  return svgElement(
    'g',
    { class: marks.join(' ') },
    svgElement('rect', {
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      rx: node.kind === 'operator' ? 4 : (bottom - top) / 2,
    }),
    text(title, middle, top + 17, 'title'),
    text(note, middle, top + 32, 'note'),
  );
}

function text(content: string, x: number, y: number, kind: string): SVGElement {
  const made = svgElement('text', { x, y, class: kind });
  made.textContent = content;
  return made;
}

function arrow(): SVGElement {
  const marker = svgElement(
    'marker',
    {
      id: 'graph-arrow',
      viewBox: '0 0 8 8',
      refX: 7,
      refY: 4,
      markerWidth: 8,
      markerHeight: 8,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto',
    },
    svgElement('path', { d: 'M0 0L8 4L0 8Z', class: 'arrow' }),
  );
  return svgElement('defs', {}, marker);
}
