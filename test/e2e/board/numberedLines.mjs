// @ts-check
/** Lines of the form `1.23,4.56`, ten bytes with their end, that count: a lost, doubled or cut one shows. */

/**
 * The two numbers of a line, 0 to 9.99 each; they repeat after a million lines.
 *
 * @param {number} line counted from 0
 * @returns {readonly [number, number]}
 */
export function numbersOfLine(line) {
  return [(line % 1000) / 100, (Math.floor(line / 1000) % 1000) / 100];
}

/**
 * @param {number} from
 * @param {number} to not included
 * @returns {string}
 */
export function numberedLines(from, to) {
  let text = '';
  for (let line = from; line < to; line++) {
    const [a, b] = numbersOfLine(line);
    text += `${a.toFixed(2)},${b.toFixed(2)}\n`;
  }
  return text;
}
