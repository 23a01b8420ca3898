import type { GraphView2D } from './graphDrawing';

/** Texts, because a page remembers no lists of numbers. */
export function viewToKeep({ x, y, zoom }: GraphView2D): readonly string[] {
  return [String(x), String(y), String(zoom)];
}

/** What `viewToKeep` made; undefined for anything else. */
export function keptView(kept: unknown): GraphView2D | undefined {
  const [x, y, zoom] = Array.isArray(kept) ? kept.map(Number) : [];
  if (x === undefined || y === undefined || zoom === undefined) return undefined;
  return [x, y, zoom].every(Number.isFinite) ? { x, y, zoom } : undefined;
}
