/** Arithmetic of zooming along one axis. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Narrower than this share of everything, numbers on the axis lose their meaning. */
export const smallestShare = 1e-9;

/** `range` shrunk or grown by `factor` about `centre`, kept inside `full`. A whole `full` comes back as undefined. */
export function zoomed(range: Range, full: Range, centre: number, factor: number): Range | undefined {
  const span = Math.max((range.max - range.min) * factor, (full.max - full.min) * smallestShare);
  if (span >= full.max - full.min) return undefined;
  const share = (centre - range.min) / (range.max - range.min);
  return inside({ min: centre - share * span, max: centre + (1 - share) * span }, full);
}

/** `range` moved by a share of its own width, kept inside `full`. */
export function moved(range: Range, full: Range, share: number): Range {
  const step = (range.max - range.min) * share;
  return inside({ min: range.min + step, max: range.max + step }, full);
}

function inside(range: Range, full: Range): Range {
  const shift = Math.max(0, full.min - range.min) - Math.max(0, range.max - full.max);
  return { min: range.min + shift, max: range.max + shift };
}

/** Whether the two have more than an edge in common. */
export function overlaps(a: Range, b: Range): boolean {
  return a.min < b.max && b.min < a.max;
}
