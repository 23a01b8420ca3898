/**
 * DEQUANTIZE: codes to real numbers, scale · (code − zeroPoint). Source: tensorflow/tflite-micro,
 * `tensorflow/lite/micro/kernels/dequantize.cc` and `tensorflow/lite/kernels/internal/reference/dequantize.h`.
 */
import type { OperatorKernel } from '../operatorContext';

export const dequantize: OperatorKernel = {
  prepare(context) {
    const inputTensor = context.input(0);
    const isCode =
      inputTensor.type === 'INT8' || inputTensor.type === 'INT16' || inputTensor.type === 'UINT8';
    if (!isCode) throw context.unsupportedTypes();
    const input = inputTensor.data;
    const output = context.expectType(context.output(0), 'FLOAT32').data;
    if (input.length !== output.length) throw context.shapesDoNotFit();
    const { scale, zeroPoint } = context.quantization(inputTensor);

    return () => {
      for (let i = 0; i < output.length; i++) output[i] = scale * ((input[i] ?? 0) - zeroPoint);
    };
  },
};
