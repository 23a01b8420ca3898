/** An operator or tensor of a subgraph. */
export interface Target {
  readonly kind: 'operator' | 'tensor';
  readonly subgraph: number;
  readonly index: number;
}

/** Tells rows of a table apart, also after a reload. */
export function keyOf({ subgraph, index }: Pick<Target, 'subgraph' | 'index'>): string {
  return `${subgraph}:${index}`;
}
