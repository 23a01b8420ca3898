/** Runs a model of one input and one output on real numbers: a quantized input or output is coded and decoded as a board would. */
import { Interpreter } from '../core/runtime/interpreter';
import { roundHalfAwayFromZero } from '../core/runtime/rounding';
import type { RuntimeTensor } from '../core/runtime/runtimeTensor';
import type { Model } from '../core/tflite/model';

/** `inputs` is [samples, values of the input], row-major; gives [samples, values of the output]. */
export function predictReal(model: Model, inputs: Float32Array): Float32Array {
  const interpreter = new Interpreter(model);
  const [input, output] = [interpreter.inputs[0], interpreter.outputs[0]];
  if (!input || !output) throw new Error('A model that we wrote has no input or no output.');
  const [width, outputWidth] = [input.data.length, output.data.length];
  const samples = inputs.length / width;
  const outputs = new Float32Array(samples * outputWidth);
  for (let sample = 0; sample < samples; sample++) {
    for (let index = 0; index < width; index++)
      input.data[index] = toRaw(input, inputs[sample * width + index]!);
    interpreter.invoke();
    for (let index = 0; index < outputWidth; index++) {
      outputs[sample * outputWidth + index] = toReal(output, output.data[index]!);
    }
  }
  return outputs;
}

function toRaw(tensor: RuntimeTensor, value: number): number {
  const [scale, zeroPoint] = code(tensor);
  if (scale === undefined) return value;
  const raw = roundHalfAwayFromZero(Math.fround(value / scale)) + zeroPoint;
  const [minimum, maximum] = tensor.type === 'INT16' ? [-32768, 32767] : [-128, 127];
  return Math.min(Math.max(raw, minimum), maximum);
}

function toReal(tensor: RuntimeTensor, raw: number): number {
  const [scale, zeroPoint] = code(tensor);
  return scale === undefined ? raw : Math.fround((raw - zeroPoint) * scale);
}

function code({
  type,
  quantization,
}: RuntimeTensor): readonly [scale: number | undefined, zeroPoint: number] {
  return type === 'FLOAT32' ? [undefined, 0] : [quantization?.scale[0], quantization?.zeroPoint[0] ?? 0];
}
