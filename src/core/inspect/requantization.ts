import { quantizeMultiplier } from '../runtime/multiplier';
import type { Subgraph } from '../tflite/model';

/** How a kernel brings sums of products to the output's scale, per channel of the weights. */
export interface Requantization {
  readonly operator: number;
  /** real = multiplier / 2^31 · 2^shift. */
  readonly channels: readonly {
    readonly real: number;
    readonly multiplier: number;
    readonly shift: number;
  }[];
}

/** Position of the activation among the inputs of the operators whose input 1 is weights. */
const activationAt: Readonly<Record<string, number>> = {
  CONV_2D: 0,
  DEPTHWISE_CONV_2D: 0,
  FULLY_CONNECTED: 0,
  TRANSPOSE_CONV: 2,
};

/**
 * For weights of an integer operator: input scale × weight scale / output scale per channel, and multiplier and shift as
 * TFLM's QuantizeMultiplier gives them. A FULLY_CONNECTED with one weight scale takes the product in float32
 * (GetQuantizedConvolutionMultipler, tensorflow/lite/kernels/kernel_util.cc). Undefined for all other tensors.
 */
export function requantizationOf(subgraph: Subgraph, tensor: number): Requantization | undefined {
  const weights = subgraph.tensors[tensor]?.quantization?.scale;
  if (!weights?.length) return undefined;
  const operatorIndex = subgraph.operators.findIndex(
    (operator) => operator.inputs[1] === tensor && operator.name in activationAt,
  );
  const operator = subgraph.operators[operatorIndex];
  if (!operator) return undefined;
  const input = subgraph.tensors[operator.inputs[activationAt[operator.name] ?? 0] ?? -1];
  const output = subgraph.tensors[operator.outputs[0] ?? -1];
  const inputScale = input?.quantization?.scale[0];
  const outputScale = output?.quantization?.scale[0];
  if (inputScale === undefined || outputScale === undefined) return undefined;
  if (input?.type !== 'INT8' && input?.type !== 'INT16' && input?.type !== 'UINT8') return undefined;
  const isSinglePrecision = operator.name === 'FULLY_CONNECTED' && weights.length === 1;
  const channels = Array.from(weights, (weight) => {
    const product = isSinglePrecision ? Math.fround(inputScale * weight) : inputScale * weight;
    const real = product / outputScale;
    if (!Number.isFinite(real) || real < 0) return { real, multiplier: 0, shift: 0 };
    const { mantissa, shift } = quantizeMultiplier(real);
    return { real, multiplier: mantissa, shift };
  });
  return { operator: operatorIndex, channels };
}
