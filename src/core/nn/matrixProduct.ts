/** A matrix as it lies in memory: element (row, column) is `values[row * rowStep + column * columnStep]`. */
export interface MatrixView {
  readonly values: Float32Array;
  readonly rowStep: number;
  readonly columnStep: number;
}

/**
 * out = a · b, where `out` is row-major [rows, columns], a is [rows, inner] and b is [inner, columns]. A transposed
 * operand is the same memory with its steps exchanged, so that this one function does the forward and both backward products.
 *
 * Two rows by four columns are summed at a time in local variables, because each value loaded then serves several
 * products. Sums are double, in the order of `inner`, and rounded to float32 once: every element is the same whatever block it falls in.
 */
export function matrixProduct(
  out: Float32Array,
  a: MatrixView,
  b: MatrixView,
  rows: number,
  inner: number,
  columns: number,
): void {
  const left = a.values;
  const right = b.values;
  const leftStep = a.columnStep;
  const rightStep = b.rowStep;
  const columnStep = b.columnStep;
  const pairedRows = rows - (rows % 2);
  const blockedColumns = columns - (columns % 4);

  for (let row = 0; row < rows; row += row < pairedRows ? 2 : 1) {
    const paired = row < pairedRows;
    const start0 = row * a.rowStep;
    const start1 = paired ? start0 + a.rowStep : start0;
    const out0 = row * columns;
    const out1 = paired ? out0 + columns : out0;
    let column = 0;
    for (; column < blockedColumns; column += 4) {
      let sum00 = 0;
      let sum01 = 0;
      let sum02 = 0;
      let sum03 = 0;
      let sum10 = 0;
      let sum11 = 0;
      let sum12 = 0;
      let sum13 = 0;
      let at0 = start0;
      let at1 = start1;
      let at = column * columnStep;
      for (let step = 0; step < inner; step++) {
        const left0 = left[at0]!;
        const left1 = left[at1]!;
        const right0 = right[at]!;
        const right1 = right[at + columnStep]!;
        const right2 = right[at + 2 * columnStep]!;
        const right3 = right[at + 3 * columnStep]!;
        sum00 += left0 * right0;
        sum01 += left0 * right1;
        sum02 += left0 * right2;
        sum03 += left0 * right3;
        sum10 += left1 * right0;
        sum11 += left1 * right1;
        sum12 += left1 * right2;
        sum13 += left1 * right3;
        at0 += leftStep;
        at1 += leftStep;
        at += rightStep;
      }
      out[out0 + column] = sum00;
      out[out0 + column + 1] = sum01;
      out[out0 + column + 2] = sum02;
      out[out0 + column + 3] = sum03;
      out[out1 + column] = sum10;
      out[out1 + column + 1] = sum11;
      out[out1 + column + 2] = sum12;
      out[out1 + column + 3] = sum13;
    }
    for (; column < columns; column++) {
      let sum0 = 0;
      let sum1 = 0;
      let at0 = start0;
      let at1 = start1;
      let at = column * columnStep;
      for (let step = 0; step < inner; step++) {
        const value = right[at]!;
        sum0 += left[at0]! * value;
        sum1 += left[at1]! * value;
        at0 += leftStep;
        at1 += leftStep;
        at += rightStep;
      }
      out[out0 + column] = sum0;
      out[out1 + column] = sum1;
    }
  }
}
