import type { Target } from './target';

/** Reads `op7` or `t12`, of the main subgraph, or `2:op7` of subgraph 2. Undefined for everything else. */
export function jumpTarget(text: string): Target | undefined {
  const parts = /^\s*(?:(\d{1,6})\s*:\s*)?(op|t)\s*(\d{1,9})\s*$/i.exec(text);
  if (!parts) return undefined;
  return {
    kind: parts[2]?.toLowerCase() === 'op' ? 'operator' : 'tensor',
    subgraph: Number(parts[1] ?? 0),
    index: Number(parts[3]),
  };
}
