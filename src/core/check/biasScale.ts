import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator, inputTensor, outputTensor } from './subject';

/** Positions of activation, weights and bias among the inputs. */
const operands: Readonly<Record<string, readonly [activation: number, weights: number, bias: number]>> = {
  CONV_2D: [0, 1, 2],
  DEPTHWISE_CONV_2D: [0, 1, 2],
  FULLY_CONNECTED: [0, 1, 2],
  TRANSPOSE_CONV: [2, 1, 3],
};

const toleratedShare = 1e-3;

/** More than any model has. A damaged file lets thousands of operators share one endless list of scales. */
const mostChannels = 20_000_000;

/**
 * Kernels add the bias to the sum of products as it is, so its scale must be input scale × weight scale. A per-tensor
 * FULLY_CONNECTED checks it: `|product − bias| / output ≤ 0.02`
 * (tensorflow/lite/kernels/kernel_util.cc:322 at tflite-micro commit 90b983c); all else computes on in silence.
 */
export const biasScale: Rule = {
  code: 'TML011',
  severity: 'warning',
  *check({ model }) {
    let channelsLeft = mostChannels;
    for (const place of everyOperator(model)) {
      const positions = operands[place.operator.name];
      if (!positions) continue;
      const [activation, weights, bias] = positions.map(
        (position) => inputTensor(place, position)?.quantization?.scale,
      );
      const inputScale = activation?.[0];
      if (inputScale === undefined || !weights?.length || !bias?.length) continue;
      const channels = Math.max(weights.length, bias.length);
      channelsLeft -= channels;
      if (channelsLeft < 0) return;
      for (let channel = 0; channel < channels; channel++) {
        const product = inputScale * scaleAt(weights, channel);
        const given = scaleAt(bias, channel);
        if (!(Math.abs(given - product) > toleratedShare * Math.abs(product))) continue;
        const outputScale = outputTensor(place, 0)?.quantization?.scale[0] ?? Infinity;
        const isRefused =
          place.operator.name === 'FULLY_CONNECTED' &&
          weights.length === 1 &&
          Math.abs(given - product) / outputScale > 0.02;
        const biasIndex = place.operator.inputs[positions[2]];
        yield {
          subgraph: place.subgraphIndex,
          operator: place.operatorIndex,
          ...(biasIndex === undefined ? {} : { tensor: biasIndex }),
          message: sentence('check.biasScale', {
            operator: operatorLabel(place.operator, place.operatorIndex),
            given: given.toPrecision(6),
            expected: product.toPrecision(6),
            channel,
          }),
          cure: sentence('check.convertAgainCure'),
          ...(isRefused
            ? {
                severity: 'error' as const,
                log: 'tensorflow/lite/kernels/kernel_util.cc:322 scale_diff / output_scale <= 0.02 was not true.',
              }
            : {}),
        };
        break;
      }
    }
  },
};

function scaleAt(scales: Float32Array, channel: number): number {
  return scales[scales.length === 1 ? 0 : channel] ?? NaN;
}
