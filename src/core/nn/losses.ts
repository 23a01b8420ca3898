/**
 * Losses and their gradients as in Keras 3 (keras-team/keras 3.15 `keras/src/losses/losses.py`: mean_squared_error,
 * mean_absolute_error; reduction `sum_over_batch_size`): the mean over all outputs of all samples.
 */
import type { LossName } from './engine';

/** Sum of (output − target)² over the first `count` values. */
export function squaredErrorSum(outputs: Float32Array, targets: Float32Array, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const error = outputs[index]! - targets[index]!;
    sum += error * error;
  }
  return sum;
}

/** Sum of |output − target| over the first `count` values. */
export function absoluteErrorSum(outputs: Float32Array, targets: Float32Array, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += Math.abs(outputs[index]! - targets[index]!);
  return sum;
}

/**
 * Writes d loss / d output for the mean over `count` values: 2 (output − target) / count for mse, and
 * sign(output − target) / count for mae, which is 0 where they are equal.
 */
export function lossGradient(
  loss: LossName,
  outputs: Float32Array,
  targets: Float32Array,
  count: number,
  gradient: Float32Array,
): void {
  if (loss === 'mse') {
    for (let index = 0; index < count; index++)
      gradient[index] = (2 * (outputs[index]! - targets[index]!)) / count;
  } else {
    for (let index = 0; index < count; index++)
      gradient[index] = Math.sign(outputs[index]! - targets[index]!) / count;
  }
}

/** Mean squared and mean absolute error of two equally long arrays; the figures of `evaluate` in Keras. */
export function evaluateErrors(
  outputs: Float32Array,
  targets: Float32Array,
): { readonly mse: number; readonly mae: number } {
  return {
    mse: squaredErrorSum(outputs, targets, outputs.length) / outputs.length,
    mae: absoluteErrorSum(outputs, targets, outputs.length) / outputs.length,
  };
}
