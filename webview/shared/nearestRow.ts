/** Index of the finite value nearest to `wanted`, the first of equals, or -1 where there is none. The column need not be sorted. */
export function nearestRow(column: ArrayLike<number>, wanted: number): number {
  let nearest = -1;
  let distance = Infinity;
  for (let index = 0; index < column.length; index++) {
    const away = Math.abs(column[index]! - wanted);
    if (away < distance) {
      distance = away;
      nearest = index;
    }
  }
  return nearest;
}
