/** A layered drawing of a graph, by the Eclipse Layout Kernel. */
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { GraphLayout, GraphToLayOut } from '../protocol/graphLayout';

/** For graphs of thousands of nodes: the plainest choice for each phase. Straight stretches suit chains, and models are chains. */
const layoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.layering.strategy': 'LONGEST_PATH',
  'elk.layered.nodePlacement.strategy': 'SIMPLE',
  'elk.layered.thoroughness': '1',
  // Room for the shape that is written beside an edge.
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.spacing.nodeNode': '48',
  'elk.spacing.edgeNode': '24',
  'elk.padding': '[top=16,left=16,bottom=16,right=16]',
} as const;

/** In graphs larger than this, switching neighbours for fewer crossings costs more time than it is worth. */
const largeGraph = 1000;

/** Edges from or to a node that is not there get no line. */
export async function layOutGraph({ nodes, edges }: GraphToLayOut): Promise<GraphLayout> {
  const isNode = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < nodes.length;
  const graph: ElkNode & { readonly children: ElkNode[] } = {
    id: 'graph',
    layoutOptions:
      nodes.length > largeGraph
        ? { ...layoutOptions, 'elk.layered.crossingMinimization.greedySwitch.type': 'OFF' }
        : layoutOptions,
    children: nodes.map(({ width, height }, index) => ({ id: `n${index}`, width, height })),
    edges: edges.flatMap(({ from, to }, index) =>
      isNode(from) && isNode(to) ? [{ id: `e${index}`, sources: [`n${from}`], targets: [`n${to}`] }] : [],
    ),
  };
  const laidOut = await new ELK().layout(graph);
  const corners = new Float32Array(nodes.length * 2);
  for (const { id, x = 0, y = 0 } of laidOut.children ?? []) corners.set([x, y], Number(id.slice(1)) * 2);
  const lines: Float32Array[] = edges.map(() => new Float32Array(0));
  for (const edge of laidOut.edges ?? []) lines[Number(edge.id.slice(1))] = linePoints(edge);
  return { width: laidOut.width ?? 0, height: laidOut.height ?? 0, corners, lines };
}

function linePoints({ sections = [] }: ElkExtendedEdge): Float32Array {
  return Float32Array.from(
    sections
      .flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint])
      .flatMap(({ x, y }) => [x, y]),
  );
}
