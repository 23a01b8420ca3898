/** The exported program, run by our interpreter: what it would print and write, with nothing to install. */
import { dataCsv } from '../core/firmware/dataCsv';
import { formatPrintfFloat } from '../core/firmware/floatFormat';
import { deviceCurve } from '../core/firmware/programLoop';
import { readModel } from '../core/tflite/read';
import type { ProgramOutput, RunRequest } from '../protocol/stepWorker';
import { loopOf } from './projectData';

/** @throws Problem where the model cannot be computed, or does not take what the loop feeds */
export function runProgram({ bytes, source }: RunRequest): ProgramOutput {
  const curve = deviceCurve(readModel(bytes), loopOf(source));
  return {
    printed: Array.from(
      curve.x,
      (x, at) => `x:${formatPrintfFloat(x)}, y:${formatPrintfFloat(curve.y[at] ?? NaN)}`,
    ),
    written: dataCsv(curve).trimEnd().split('\n'),
  };
}
