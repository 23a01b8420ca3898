import { joinedBytes } from '../data/joinedBytes';
import type { Model } from '../tflite/model';
import { realValues, tensorCodes } from './tensorValues';

const rowsPerPiece = 65_536;

/**
 * A constant tensor as CSV, one row a value: its index along each dimension (`i0`, `i1` …), then the value. Undefined where
 * the tensor holds no numbers; a damaged shape is written as a plain row of values.
 */
export function tensorCsv(
  model: Model,
  subgraph: number,
  tensorIndex: number,
  kind: 'real' | 'raw',
): Uint8Array | undefined {
  const tensor = model.subgraphs[subgraph]?.tensors[tensorIndex];
  const codes = tensor && tensorCodes(model, tensor);
  if (!codes) return undefined;
  const declared = tensor.shape.reduce((product, size) => product * size, 1);
  // An odd number of packed int4 leaves one value too many.
  const count = declared > 0 && declared < codes.length ? declared : codes.length;
  const shape = declared === count ? tensor.shape : [count];
  const encoder = new TextEncoder();
  const pieces = [encoder.encode(`${[...shape.keys()].map((axis) => `i${axis},`).join('')}value\r\n`)];
  const place = shape.map(() => 0);
  for (let offset = 0; offset < count; offset += rowsPerPiece) {
    const rows = Math.min(rowsPerPiece, count - offset);
    const values =
      kind === 'real' ? realValues(tensor, codes, offset, rows) : codes.subarray(offset, offset + rows);
    let text = '';
    for (let row = 0; row < rows; row++) {
      text += `${place.map((index) => `${index},`).join('')}${values[row]}\r\n`;
      step(place, shape);
    }
    pieces.push(encoder.encode(text));
  }
  return joinedBytes(pieces);
}

/** The next element in row-major order. */
function step(place: number[], shape: readonly number[]): void {
  for (let axis = place.length - 1; axis >= 0; axis--) {
    const next = (place[axis] ?? 0) + 1;
    place[axis] = next === shape[axis] ? 0 : next;
    if (place[axis] !== 0) return;
  }
}
