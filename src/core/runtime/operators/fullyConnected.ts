/**
 * FULLY_CONNECTED: output[b, o] = Σ input[b, d] · weights[o, d] + bias[o]. Source: tensorflow/tflite-micro,
 * `tensorflow/lite/micro/kernels/fully_connected_common.cc` and, under `tensorflow/lite/kernels/internal/reference/`,
 * `fully_connected.h` and `integer_ops/fully_connected.h`.
 */
import { problem } from '../../problem';
import { elementCount } from '../../tflite/model';
import { activationRange, quantizedActivationRange } from '../activationRange';
import { multiplyByQuantizedMultiplier, quantizeMultiplier, type Multiplier } from '../multiplier';
import { isScale, type Invoke, type OperatorContext, type OperatorKernel } from '../operatorContext';
import type { RuntimeTensor } from '../runtimeTensor';

export const fullyConnected: OperatorKernel = {
  prepare(context) {
    const input = context.input(0);
    const weights = context.input(1);
    const format = context.option('weights_format') ?? 'DEFAULT';
    if (format !== 'DEFAULT') throw context.unsupportedOption('weights_format', String(format));
    if (input.type === 'FLOAT32' && weights.type !== 'FLOAT32') {
      throw problem('runtime.hybrid', { index: context.index, weights: weights.type });
    }
    if (input.type === 'FLOAT32') return prepareFloat(context);
    if (input.type === 'INT8') return prepareInt8(context);
    throw context.unsupportedTypes();
  },
};

interface Sizes {
  readonly batches: number;
  /** Values summed for one output. */
  readonly depth: number;
  readonly units: number;
}

/** weights [units, depth], input [batches · depth] however it is folded, output [.., units]. */
function sizesOf(context: OperatorContext): Sizes {
  const output = context.output(0);
  const weights = context.input(1);
  const [units, depth] = weights.shape;
  if (weights.shape.length !== 2 || units === undefined || depth === undefined || depth === 0) {
    throw context.shapesDoNotFit();
  }
  const batches = elementCount(output.shape.slice(0, -1));
  const bias = context.optionalInput(2);
  const fits =
    output.shape.at(-1) === units &&
    context.input(0).data.length === batches * depth &&
    (bias === undefined || bias.data.length === units);
  if (!fits) throw context.shapesDoNotFit();
  return { batches, depth, units };
}

function prepareFloat(context: OperatorContext): Invoke {
  const { batches, depth, units } = sizesOf(context);
  const input = context.expectType(context.input(0), 'FLOAT32').data;
  const weights = context.expectType(context.input(1), 'FLOAT32').data;
  const biasTensor = context.optionalInput(2);
  const bias = biasTensor ? context.expectType(biasTensor, 'FLOAT32').data : new Float32Array(units);
  const output = context.expectType(context.output(0), 'FLOAT32').data;
  const { minimum, maximum } = activationRange(context);
  const { fround } = Math;

  return () => {
    for (let batch = 0; batch < batches; batch++) {
      for (let unit = 0; unit < units; unit++) {
        let total = 0;
        for (let d = 0; d < depth; d++) {
          // Rounded to float32 at each step and in this order, as the C++ does: sums depend on both.
          total = fround(total + fround((input[batch * depth + d] ?? 0) * (weights[unit * depth + d] ?? 0)));
        }
        const value = fround(total + (bias[unit] ?? 0));
        output[batch * units + unit] = Math.min(Math.max(value, minimum), maximum);
      }
    }
  };
}

function prepareInt8(context: OperatorContext): Invoke {
  const { batches, depth, units } = sizesOf(context);
  const input = context.expectType(context.input(0), 'INT8').data;
  const weights = context.expectType(context.input(1), 'INT8').data;
  const biasTensor = context.optionalInput(2);
  const bias = biasTensor ? context.expectType(biasTensor, 'INT32').data : new Int32Array(units);
  const outputTensor = context.expectType(context.output(0), 'INT8');
  const output = outputTensor.data;
  const inputZeroPoint = context.quantization(context.input(0)).zeroPoint;
  const outputQuantization = context.quantization(outputTensor);
  const outputZeroPoint = outputQuantization.zeroPoint;
  const multipliers = outputMultipliers(context, units, biasTensor);
  const { minimum, maximum } = quantizedActivationRange(context, outputQuantization, {
    minimum: -128,
    maximum: 127,
  });

  return () => {
    for (let batch = 0; batch < batches; batch++) {
      for (let unit = 0; unit < units; unit++) {
        let sum = bias[unit] ?? 0;
        for (let d = 0; d < depth; d++) {
          const inputValue = (input[batch * depth + d] ?? 0) - inputZeroPoint;
          sum = (sum + (weights[unit * depth + d] ?? 0) * inputValue) | 0;
        }
        const multiplier = multipliers[unit];
        if (!multiplier) continue;
        const code = multiplyByQuantizedMultiplier(sum, multiplier) + outputZeroPoint;
        output[batch * units + unit] = Math.min(Math.max(code, minimum), maximum);
      }
    }
  };
}

/** From accumulator to output code, one per unit. */
function outputMultipliers(
  context: OperatorContext,
  units: number,
  bias: RuntimeTensor | undefined,
): readonly Multiplier[] {
  const weights = context.input(1);
  const inputScale = context.quantization(context.input(0)).scale;
  const outputScale = context.quantization(context.output(0)).scale;
  const { scale = new Float32Array(0), zeroPoint = [], quantizedDimension = 0 } = weights.quantization ?? {};
  const isSound = scale.every(isScale) && zeroPoint.every((value) => value === 0);
  if (!isSound) throw context.noScale(weights);

  if (scale.length > 1) {
    if (scale.length !== units || quantizedDimension !== 0) throw context.noScale(weights);
    return Array.from(scale, (weightScale) => quantizeMultiplier((inputScale * weightScale) / outputScale));
  }

  // One scale for all weights: TFLM multiplies it with the input's in float32, and refuses a bias of another scale.
  const [weightScale] = scale;
  if (weightScale === undefined) throw context.noScale(weights);
  const product = inputScale * weightScale;
  if (bias) {
    const biasScale = bias.quantization?.scale[0] ?? 0;
    if (Math.abs(product - biasScale) / outputScale > 0.02) throw context.noScale(bias);
  }
  return new Array<Multiplier>(units).fill(quantizeMultiplier(Math.fround(product) / outputScale));
}
