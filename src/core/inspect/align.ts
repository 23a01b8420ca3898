/** One step of an alignment: a pair, or an item that only one side has. Indices into the two lists. */
export type AlignedPair =
  | { readonly kind: 'both'; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number };

/** Cells of the table that is filled; above, the middle that does not match is given up on. */
const mostCells = 16_000_000;

/**
 * Matches two lists in order so that the likeness of the pairs sums to the most: a longest common subsequence, weighted.
 * `likeness` is 0 where two items cannot be a pair, and largest where they are the same. What both ends have in common is
 * matched first, so that lists that differ little cost little.
 */
export function align(
  beforeCount: number,
  afterCount: number,
  likeness: (before: number, after: number) => number,
  same: (before: number, after: number) => boolean,
): readonly AlignedPair[] {
  let head = 0;
  while (head < beforeCount && head < afterCount && same(head, head)) head++;
  let tail = 0;
  while (
    tail < beforeCount - head &&
    tail < afterCount - head &&
    same(beforeCount - 1 - tail, afterCount - 1 - tail)
  ) {
    tail++;
  }
  const rows = beforeCount - head - tail;
  const columns = afterCount - head - tail;
  const pairs: AlignedPair[] = [];
  for (let index = 0; index < head; index++) pairs.push({ kind: 'both', before: index, after: index });
  if ((rows + 1) * (columns + 1) > mostCells) {
    for (let row = 0; row < rows; row++) pairs.push({ kind: 'removed', before: head + row });
    for (let column = 0; column < columns; column++) pairs.push({ kind: 'added', after: head + column });
  } else {
    pairs.push(...alignMiddle(head, rows, columns, likeness));
  }
  for (let index = tail; index > 0; index--) {
    pairs.push({ kind: 'both', before: beforeCount - index, after: afterCount - index });
  }
  return pairs;
}

function alignMiddle(
  head: number,
  rows: number,
  columns: number,
  likeness: (before: number, after: number) => number,
): readonly AlignedPair[] {
  // best[row, column]: the most that items from there on can sum to.
  const width = columns + 1;
  const best = new Float32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const like = likeness(head + row, head + column);
      best[row * width + column] = Math.max(
        best[(row + 1) * width + column] ?? 0,
        best[row * width + column + 1] ?? 0,
        like > 0 ? like + (best[(row + 1) * width + column + 1] ?? 0) : 0,
      );
    }
  }
  const pairs: AlignedPair[] = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const here = best[row * width + column] ?? 0;
    const like = row < rows && column < columns ? likeness(head + row, head + column) : 0;
    if (like > 0 && here === Math.fround(like + (best[(row + 1) * width + column + 1] ?? 0))) {
      pairs.push({ kind: 'both', before: head + row++, after: head + column++ });
    } else if (row < rows && (column === columns || here === best[(row + 1) * width + column])) {
      pairs.push({ kind: 'removed', before: head + row++ });
    } else {
      pairs.push({ kind: 'added', after: head + column++ });
    }
  }
  return pairs;
}
