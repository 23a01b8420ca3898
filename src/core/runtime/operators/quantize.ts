/**
 * QUANTIZE: real numbers to int8 codes, or int8 codes of one scale to those of another. Source: tensorflow/tflite-micro,
 * `tensorflow/lite/micro/kernels/quantize_common.cc`, `tensorflow/lite/kernels/internal/reference/quantize.h` and
 * `requantize.h`.
 */
import { multiplyByQuantizedMultiplier, quantizeMultiplier } from '../multiplier';
import type { Invoke, OperatorContext, OperatorKernel } from '../operatorContext';
import { roundHalfAwayFromZero } from '../rounding';

export const quantize: OperatorKernel = {
  prepare(context) {
    if (context.input(0).data.length !== context.output(0).data.length) throw context.shapesDoNotFit();
    return context.input(0).type === 'FLOAT32' ? prepareFromFloat(context) : prepareFromInt8(context);
  },
};

function prepareFromFloat(context: OperatorContext): Invoke {
  const input = context.expectType(context.input(0), 'FLOAT32').data;
  const outputTensor = context.expectType(context.output(0), 'INT8');
  const output = outputTensor.data;
  const { scale, zeroPoint } = context.quantization(outputTensor);
  return () => {
    for (let i = 0; i < output.length; i++) {
      output[i] = clampToInt8(roundHalfAwayFromZero(Math.fround((input[i] ?? 0) / scale)) + zeroPoint);
    }
  };
}

function prepareFromInt8(context: OperatorContext): Invoke {
  const inputTensor = context.expectType(context.input(0), 'INT8');
  const outputTensor = context.expectType(context.output(0), 'INT8');
  const input = inputTensor.data;
  const output = outputTensor.data;
  const from = context.quantization(inputTensor);
  const to = context.quantization(outputTensor);
  const multiplier = quantizeMultiplier(from.scale / to.scale);
  return () => {
    for (let i = 0; i < output.length; i++) {
      const code = multiplyByQuantizedMultiplier((input[i] ?? 0) - from.zeroPoint, multiplier) + to.zeroPoint;
      output[i] = clampToInt8(code);
    }
  };
}

function clampToInt8(code: number): number {
  return Math.min(Math.max(code, -128), 127);
}
