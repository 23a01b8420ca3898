/**
 * The range to which an operator clamps its output: its fused activation. Source: tensorflow/tflite-micro,
 * `tensorflow/lite/kernels/kernel_util.cc` (CalculateActivationRangeQuantized) and `kernel_util.h`
 * (CalculateActivationRange).
 */
import type { OperatorContext, PerTensorQuantization } from './operatorContext';
import { roundHalfAwayFromZero } from './rounding';

export interface ActivationRange {
  readonly minimum: number;
  readonly maximum: number;
}

const largestFloat32 = 3.4028234663852886e38;

/** Of the option `fused_activation_function`, in real numbers; unbounded sides are the largest float32. */
export function activationRange(context: OperatorContext): ActivationRange {
  const activation = context.option('fused_activation_function') ?? 'NONE';
  switch (activation) {
    case 'NONE':
      return { minimum: -largestFloat32, maximum: largestFloat32 };
    case 'RELU':
      return { minimum: 0, maximum: largestFloat32 };
    case 'RELU6':
      return { minimum: 0, maximum: 6 };
    case 'RELU_N1_TO_1':
      return { minimum: -1, maximum: 1 };
    default:
      throw context.unsupportedOption('fused_activation_function', String(activation));
  }
}

/** The same in codes of an output that is quantized so, within the codes of its type. */
export function quantizedActivationRange(
  context: OperatorContext,
  output: PerTensorQuantization,
  codes: ActivationRange,
): ActivationRange {
  const real = activationRange(context);
  const code = (value: number): number =>
    output.zeroPoint + roundHalfAwayFromZero(Math.fround(value / output.scale));
  return {
    minimum: real.minimum === -largestFloat32 ? codes.minimum : Math.max(codes.minimum, code(real.minimum)),
    maximum: real.maximum === largestFloat32 ? codes.maximum : Math.min(codes.maximum, code(real.maximum)),
  };
}
