/** Calibration: which values each tensor takes while the float model computes representative samples. */
import { problem } from '../problem';
import { Interpreter } from '../runtime/interpreter';
import type { Model } from '../tflite/model';

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/** Per tensor index; constants are absent. */
export type Ranges = ReadonlyMap<number, Range>;

/**
 * @param model a float model
 * @param representative one array per model input: its samples one after the other, as [rows, …input shape]
 * @throws Problem if there are no rows, they do not fit, or a value is not finite
 */
export function measureRanges(model: Model, representative: readonly Float32Array[]): Ranges {
  const interpreter = new Interpreter(model);
  const rows = countRows(interpreter, representative);
  const measured = interpreter.tensors.filter((tensor) => !tensor.isConstant);
  const minima = new Map(measured.map((tensor) => [tensor.index, Infinity]));
  const maxima = new Map(measured.map((tensor) => [tensor.index, -Infinity]));

  for (let row = 0; row < rows; row++) {
    interpreter.inputs.forEach((tensor, input) => {
      const size = tensor.data.length;
      tensor.data.set(representative[input]?.subarray(row * size, (row + 1) * size) ?? []);
    });
    interpreter.invoke();
    for (const { index, data } of measured) {
      let minimum = minima.get(index) ?? Infinity;
      let maximum = maxima.get(index) ?? -Infinity;
      for (const value of data) {
        if (!Number.isFinite(value)) throw problem('quantize.notFinite', { tensor: index, row });
        if (value < minimum) minimum = value;
        if (value > maximum) maximum = value;
      }
      minima.set(index, minimum);
      maxima.set(index, maximum);
    }
  }
  return new Map(
    measured.map(({ index }) => [
      index,
      { minimum: minima.get(index) ?? 0, maximum: maxima.get(index) ?? 0 },
    ]),
  );
}

function countRows(interpreter: Interpreter, representative: readonly Float32Array[]): number {
  const inputSizes = interpreter.inputs.map((tensor) => tensor.data.length);
  const rows = Math.floor((representative[0]?.length ?? 0) / (inputSizes[0] ?? 1));
  if (rows < 1) throw problem('quantize.noRows');
  inputSizes.forEach((expected, input) => {
    const actual = representative[input]?.length ?? 0;
    if (actual !== rows * expected) throw problem('quantize.rowsDoNotFit', { input, expected, actual, rows });
  });
  return rows;
}
