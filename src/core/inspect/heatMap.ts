import type { Tensor } from '../tflite/model';

/** Real values on a grid: the last dimension runs across, all others down. Cells are means where the tensor is larger. */
export interface HeatMap {
  readonly rows: number;
  readonly columns: number;
  /** Elements that one cell stands for, downwards and across. */
  readonly rowStep: number;
  readonly columnStep: number;
  /** Row by row; NaN where a cell has no finite value. */
  readonly cells: Float32Array;
}

const mostCells = 128;

/** Undefined for tensors of fewer than two elements. */
export function heatMap({ shape }: Tensor, real: Float64Array): HeatMap | undefined {
  if (real.length < 2) return undefined;
  const across = Math.max(1, shape.length > 1 ? (shape.at(-1) ?? 1) : real.length);
  const down = Math.ceil(real.length / across);
  const columnStep = Math.ceil(across / mostCells);
  const rowStep = Math.ceil(down / mostCells);
  const columns = Math.ceil(across / columnStep);
  const rows = Math.ceil(down / rowStep);
  const sums = new Float64Array(rows * columns);
  const counts = new Uint32Array(rows * columns);
  for (let index = 0; index < real.length; index++) {
    const value = real[index] ?? NaN;
    if (!Number.isFinite(value)) continue;
    const row = Math.floor(Math.floor(index / across) / rowStep);
    const cell = row * columns + Math.floor((index % across) / columnStep);
    sums[cell] = (sums[cell] ?? 0) + value;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return {
    rows,
    columns,
    rowStep,
    columnStep,
    cells: Float32Array.from(sums, (sum, cell) => sum / (counts[cell] ?? 0)),
  };
}
