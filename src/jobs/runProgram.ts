/** The exported program, run by our interpreter: what it would print and write, with nothing to install. */
import { dataCsv } from '../core/firmware/dataCsv';
import { formatPrintfFloat } from '../core/firmware/floatFormat';
import { deviceCurve, type ProgramLoop } from '../core/firmware/programLoop';
import { readModel } from '../core/tflite/read';

export interface ProgramOutput {
  /** A line `x:%f, y:%f` for each inference. */
  readonly printed: readonly string[];
  /** The lines of `data.csv`. */
  readonly written: readonly string[];
}

/** @throws Problem where the model cannot be computed, or does not take what the loop feeds */
export function runProgram(bytes: Uint8Array, loop: ProgramLoop): ProgramOutput {
  const curve = deviceCurve(readModel(bytes), loop);
  return {
    printed: Array.from(
      curve.x,
      (x, at) => `x:${formatPrintfFloat(x)}, y:${formatPrintfFloat(curve.y[at] ?? NaN)}`,
    ),
    written: dataCsv(curve).trimEnd().split('\n'),
  };
}
