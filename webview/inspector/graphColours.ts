/** One colour for each kind of operator, made of the theme's chart colours. */
import type { GraphNode, OperatorGroup } from '../../src/core/inspect/graph';
import type { ChartTheme } from '../shared/chartTheme';

export type NodeKind = OperatorGroup | 'boundary';

export interface GraphColours {
  readonly nodes: Readonly<Record<NodeKind, string>>;
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
  return {
    nodes: {
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
    },
    background,
    foreground,
    description,
    edge: `color-mix(in srgb, ${foreground} 55%, ${background})`,
    fontFamily: theme.fontFamily,
  };
}

/** A node's fill: its colour, faint enough to write on. */
export function fillOf(colour: string, background: string): string {
  return `color-mix(in srgb, ${colour} 18%, ${background})`;
}
