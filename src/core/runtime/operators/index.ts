/**
 * The operators that we compute: one row here and one file beside this one for each.
 *
 * A new one starts like this, as `operators/<itsName>.ts`:
 *
 *     // NAME: what it computes, as a formula. Source: tensorflow/tflite-micro, <path of the reference kernel>.
 *     export const itsName: OperatorKernel = {
 *       prepare(context) {
 *         const input = context.expectType(context.input(0), 'INT8'); // refuses every other type
 *         const output = context.expectType(context.output(0), 'INT8');
 *         if (input.data.length !== output.data.length) throw context.shapesDoNotFit();
 *         const { scale, zeroPoint } = context.quantization(input); // refuses a missing or senseless scale
 *         // precompute all that does not depend on the input's values
 *         return () => { ...fill output.data, allocate nothing... };
 *       },
 *     };
 *
 * Its tests compare with real TensorFlow Lite Micro (test/judges) and state what holds for every input (test/unit).
 */
import type { OperatorKernel } from '../operatorContext';
import { dequantize } from './dequantize';
import { fullyConnected } from './fullyConnected';
import { quantize } from './quantize';

export const operatorKernels: ReadonlyMap<string, OperatorKernel> = new Map([
  ['DEQUANTIZE', dequantize],
  ['FULLY_CONNECTED', fullyConnected],
  ['QUANTIZE', quantize],
]);
