/** One colour for each kind of operator, made of the theme's chart colours. */
import type { GraphNode, OperatorGroup } from '../../src/core/inspect/graph';
import type { ChartTheme } from '../shared/chartTheme';

export type NodeKind = OperatorGroup | 'boundary';

export interface GraphColours {
  readonly nodes: Readonly<Record<NodeKind, string>>;
  /** Of nodes: their colours, faint enough to write on. */
  readonly fills: Readonly<Record<NodeKind, string>>;
  readonly background: string;
  readonly foreground: string;
  readonly description: string;
  readonly edge: string;
  readonly fontFamily: string;
}

export function kindOfNode(node: GraphNode): NodeKind {
  return node.kind === 'operator' ? node.group : 'boundary';
}

export function graphColours(theme: ChartTheme, background: string): GraphColours {
  const { foreground, description } = theme;
  const [blue, orange, green, purple, red, yellow] = [0, 1, 2, 3, 4, 5].map(
    (index) => theme.series[index] ?? foreground,
  ) as [string, string, string, string, string, string];
  const mix = (a: string, b: string): string => `color-mix(in srgb, ${a} 50%, ${b})`;
  const nodes: Record<NodeKind, string> = {
    convolution: blue,
    dense: purple,
    recurrent: red,
    pooling: green,
    activation: yellow,
    arithmetic: orange,
    shape: description,
    quantization: mix(blue, green),
    control: mix(red, purple),
    custom: mix(red, foreground),
    other: mix(description, background),
    boundary: foreground,
  };
  const fills = mapped(nodes, (colour) => `color-mix(in srgb, ${colour} 18%, ${background})`);
  return {
    nodes,
    fills,
    background,
    foreground,
    description,
    edge: `color-mix(in srgb, ${foreground} 55%, ${background})`,
    fontFamily: theme.fontFamily,
  };
}

/** The same without `color-mix` and the like, which programs that open pictures do not know. `plain` makes `#rrggbb`. */
export function plainColours(colours: GraphColours, plain: (colour: string) => string): GraphColours {
  const { nodes, fills, background, foreground, description, edge, fontFamily } = colours;
  return {
    nodes: mapped(nodes, plain),
    fills: mapped(fills, plain),
    background: plain(background),
    foreground: plain(foreground),
    description: plain(description),
    edge: plain(edge),
    fontFamily,
  };
}

function mapped(
  colours: Readonly<Record<NodeKind, string>>,
  change: (colour: string) => string,
): Readonly<Record<NodeKind, string>> {
  const entries = Object.entries(colours).map(([kind, colour]) => [kind, change(colour)] as const);
  return { ...colours, ...Object.fromEntries(entries) };
}
