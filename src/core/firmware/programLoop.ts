/**
 * The example program's loop, computed here as the program computes it on the device: the same float32 steps in the same
 * order, with the same model. What it gives is what `data.csv` will hold.
 */
import type { SampleSet } from '../nn/engine';
import type { DeviceCurve, RunTable } from '../project/run';
import { Interpreter } from '../runtime/interpreter';
import { roundHalfAwayFromZero } from '../runtime/rounding';
import type { Model } from '../tflite/model';
import { programTensors, type ProgramTensor } from './programTensors';

export const programInferences = 1000;

/** Pi as the program's text spells it. */
export const programPi = '3.14159265359';

/**
 * What the program feeds to the model: its first input runs from `start` over `range`, end not included; every other input
 * stays at one value. All numbers are float32.
 */
export type ProgramLoop =
  | { readonly kind: 'sine' }
  | {
      readonly kind: 'columns';
      readonly start: number;
      readonly range: number;
      readonly inputName: string;
      readonly targetName: string;
      readonly others: readonly { readonly name: string; readonly value: number }[];
    };

/** The tutorial's: x over [0, 2π). */
export const sineLoop: ProgramLoop = { kind: 'sine' };

/** The first column over the range that it has in the training data, the others at their means there. */
export function tableLoop({ inputNames, targetName }: RunTable, { samples, inputs }: SampleSet): ProgramLoop {
  const width = inputNames.length;
  let [low, high] = [Infinity, -Infinity];
  const sums = inputNames.map(() => 0);
  for (let row = 0; row < samples; row++) {
    const first = inputs[row * width] ?? NaN;
    if (first < low) low = first;
    if (first > high) high = first;
    for (let column = 1; column < width; column++) {
      sums[column] = (sums[column] ?? 0) + (inputs[row * width + column] ?? NaN);
    }
  }
  const others = inputNames
    .map((name, column) => ({ name, value: fround((sums[column] ?? 0) / samples) }))
    .slice(1);
  const inputName = inputNames[0] ?? '';
  return { kind: 'columns', start: low, range: fround(high - low), inputName, targetName, others };
}

const { fround } = Math;

/** @throws Problem if the model does not map as many float or int8 values as the loop feeds to one */
export function deviceCurve(model: Model, loop: ProgramLoop = sineLoop): DeviceCurve {
  const others = loop.kind === 'sine' ? [] : loop.others.map(({ value }) => value);
  const { input, output } = programTensors(model, 1 + others.length);
  const interpreter = new Interpreter(model);
  const fed = interpreter.inputs[0]?.data;
  const read = interpreter.outputs[0]?.data;
  const range = loop.kind === 'sine' ? fround(2 * fround(Number(programPi))) : loop.range;
  const start = loop.kind === 'sine' ? 0 : loop.start;
  const x = new Float32Array(programInferences);
  const y = new Float32Array(programInferences);
  for (let i = 0; i < programInferences; i++) {
    const value = fround(start + fround(fround(i / programInferences) * range));
    fed?.set([value, ...others].map((real) => rawOf(real, input)));
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
