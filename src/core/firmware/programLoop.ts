/**
 * The example program's loop, computed here as the program computes it on the device: the same float32 steps in the same
 * order, with the same model. What it gives is what `data.csv` will hold.
 */
import type { DeviceCurve } from '../project/run';
import { Interpreter } from '../runtime/interpreter';
import { roundHalfAwayFromZero } from '../runtime/rounding';
import type { Model } from '../tflite/model';
import { programTensors, type ProgramTensor } from './programTensors';

export const programInferences = 1000;

/** Pi as the program's text spells it. */
export const programPi = '3.14159265359';

const { fround } = Math;

/** @throws Problem if the model does not map one float or int8 value to one */
export function deviceCurve(model: Model): DeviceCurve {
  const { input, output } = programTensors(model);
  const interpreter = new Interpreter(model);
  const fed = interpreter.inputs[0]?.data;
  const read = interpreter.outputs[0]?.data;
  const range = fround(2 * fround(Number(programPi)));
  const x = new Float32Array(programInferences);
  const y = new Float32Array(programInferences);
  for (let i = 0; i < programInferences; i++) {
    const value = fround(fround(i / programInferences) * range);
    fed?.set([rawOf(value, input)]);
    interpreter.invoke();
    x[i] = value;
    y[i] = realOf(read?.[0] ?? 0, output);
  }
  return { x, y };
}

function rawOf(value: number, tensor: ProgramTensor): number {
  if (tensor.type === 'FLOAT32') return value;
  const code = roundHalfAwayFromZero(fround(value / tensor.scale)) + tensor.zeroPoint;
  return Math.min(Math.max(code, -128), 127);
}

function realOf(raw: number, tensor: ProgramTensor): number {
  return tensor.type === 'FLOAT32' ? raw : fround((raw - tensor.zeroPoint) * tensor.scale);
}
