/** `[0, 3, 1, 0]`: where in a tensor of this shape the element stands. */
export function placeText(element: number, shape: readonly number[]): string {
  const indices: number[] = [];
  let left = element;
  for (const size of [...shape].reverse()) {
    if (size < 1) return `[${element}]`;
    indices.unshift(left % size);
    left = Math.floor(left / size);
  }
  return `[${indices.length === 0 ? element : indices.join(', ')}]`;
}
