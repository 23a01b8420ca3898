import { describe, expect, it } from 'vitest';
import type { GraphNode, GraphView } from '../../../../src/core/inspect/graph';
import type { GraphLayout } from '../../../../src/protocol/graphLayout';
import { graphColours } from '../../../../webview/inspector/graphColours';
import { firstPart, graphToLayOut, GraphScene, overlaps } from '../../../../webview/inspector/graphScene';
import { graphSvg, linePath } from '../../../../webview/inspector/graphSvg';
import { layOutGraph } from '../../../../src/workers/layOutGraph';

const operator = (index: number, name = 'ADD'): GraphNode => ({
  kind: 'operator',
  id: `op${index}`,
  operator: index,
  name,
  group: 'arithmetic',
  links: [],
});

/** A chain in which every fourth node also feeds the one four further on. */
function chain(count: number): GraphView {
  const edges = Array.from({ length: count - 1 }, (_, at) => ({
    from: `op${at}`,
    to: `op${at + 1}`,
    tensor: at,
    label: 'INT8 1×2',
  }));
  const jumps = edges
    .filter((_, at) => at % 4 === 0 && at + 4 < count)
    .map((edge) => {
      return { ...edge, to: `op${edge.tensor + 4}` };
    });
  const nodes = Array.from({ length: count }, (_, index) => operator(index));
  return { subgraph: 0, name: 'main', nodes, edges: [...edges, ...jumps], callers: [] };
}

async function sceneOf(view: GraphView): Promise<GraphScene> {
  const request = graphToLayOut(view, (text) => text.length * 7);
  return new GraphScene(view, request, await layOutGraph(request));
}

describe('layOutGraph', () => {
  it('puts no node on another, and every producer above its consumers', async () => {
    const { nodes, edges } = await sceneOf(chain(60));
    for (const a of nodes) {
      for (const b of nodes) if (a.index < b.index) expect(overlaps(a, b)).toBe(false);
    }
    for (const { from, to } of edges) expect(nodes[from]!.bottom).toBeLessThan(nodes[to]!.top);
  });

  it('draws each line from the lower edge of its producer to the upper edge of its consumer', async () => {
    const { nodes, edges } = await sceneOf(chain(40));
    for (const { from, to, points } of edges) {
      expect(points[1]).toBeCloseTo(nodes[from]!.bottom, 1);
      expect(points.at(-1)).toBeCloseTo(nodes[to]!.top, 1);
    }
  });

  it('takes edges that lead nowhere, loops, and an empty graph', async () => {
    const layout: GraphLayout = await layOutGraph({
      nodes: [{ width: 10, height: 10 }],
      edges: [
        { from: 0, to: 7 },
        { from: -1, to: 0 },
        { from: 0, to: 0 },
      ],
    });
    expect(layout.lines.map((line) => line.length > 0)).toEqual([false, false, true]);
    await expect(layOutGraph({ nodes: [], edges: [] })).resolves.toMatchObject({ lines: [] });
  });
});

describe('GraphScene', () => {
  it('walks down a chain and back up to where it began', async () => {
    const scene = await sceneOf(chain(20));
    let at = scene.nodes[0]!;
    const seen = [at.index];
    for (let next = scene.step(at, 'down'); next; next = scene.step(at, 'down')) {
      const below = next;
      expect(scene.view.edges.some(({ from, to }) => from === at.node.id && to === below.node.id)).toBe(true);
      at = next;
      seen.push(at.index);
    }
    expect(at.index).toBe(19);
    for (let next = scene.step(at, 'up'); next; next = scene.step(at, 'up')) at = next;
    expect(at.index).toBe(0);
  });

  it('finds the node under every point of it, and none beside', async () => {
    const scene = await sceneOf(chain(12));
    for (const node of scene.nodes) {
      expect(scene.nodeAt((node.left + node.right) / 2, (node.top + node.bottom) / 2)).toBe(node);
      expect(scene.nodeAt(node.left - 1, node.top - 1)).toBeUndefined();
    }
  });

  it('labels each tensor once where it leaves its producer', async () => {
    const { edges } = await sceneOf(chain(20));
    const labelled = edges.filter(({ label }) => label !== '').map(({ from }) => from);
    expect(new Set(labelled).size).toBe(labelled.length);
    expect(labelled.length).toBe(19);
  });

  it('finds an operator by its number and its whole name, and a tensor by the node that it leaves', async () => {
    const long = `${'x'.repeat(70)}_end`;
    const view = chain(12);
    const scene = await sceneOf({ ...view, nodes: [...view.nodes.slice(0, 11), operator(11, long)] });
    const found = (text: string): readonly number[] => scene.search(text).map(({ index }) => index);
    expect(found('op1')).toEqual([1]);
    expect(found('X_END')).toEqual([11]);
    for (const { from, tensor } of view.edges) expect(found(`t${tensor}`)).toEqual([scene.node(from)?.index]);
    expect(found('int8 1×2')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(found('add op1')).toEqual([1, 10]);
    expect([found(''), found(' '), found('nowhere')]).toEqual([[], [], []]);
  });

  it('takes the first part of a graph without loose edges', () => {
    const part = firstPart(chain(100), 30);
    const ids = new Set(part.nodes.map(({ id }) => id));
    expect(part.nodes).toHaveLength(30);
    expect(part.edges.length).toBeGreaterThan(29);
    for (const { from, to } of part.edges) expect(ids.has(from) && ids.has(to)).toBe(true);
  });
});

describe('graphSvg', () => {
  const theme = {
    foreground: '#fff',
    description: '#aaa',
    grid: '#333',
    series: ['#00f', '#f80', '#0f0', '#80f', '#f00', '#ff0'],
    fontFamily: '"A & B", sans-serif',
    fontSizePx: 13,
  };

  it('writes names as text, whatever they hold', async () => {
    const hostile = '</text><script>x</script>"\'&\u0000\uD800';
    const view = { ...chain(2), nodes: [operator(0, hostile), operator(1)] };
    const svg = graphSvg(await sceneOf(view), graphColours(theme, '#000'));
    expect(svg).not.toContain('<script');
    const controls = Array.from(svg, (character) => character.charCodeAt(0)).filter((code) => code < 32);
    expect(new Set(controls)).toEqual(new Set([10]));
    expect(svg.replace(/&#\d+;/g, '')).not.toContain('&');
    expect(svg.match(/<rect /g)).toHaveLength(3);
  });

  it('writes lines of any number of points', () => {
    expect(linePath(Float32Array.of(1, 2, 3, 4.26))).toBe('M1 2L3 4.3');
    expect(linePath(new Float32Array(0))).toBe('');
  });
});
