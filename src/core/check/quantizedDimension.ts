import { sentence } from '../../../l10n/sentences';
import { shapeText, tensorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyTensor } from './subject';

const biasTypes = new Set(['INT32', 'INT64']);

/**
 * Scales per channel along a dimension that the tensor does not have. Kernels look the dimension up for weights only; in
 * biases (32 and 64 bits), where old converters copied it from the weights, it is without effect.
 */
export const quantizedDimension: Rule = {
  code: 'TML013',
  severity: 'error',
  *check({ model }) {
    for (const { subgraphIndex, tensorIndex, tensor } of everyTensor(model)) {
      const { quantization, shape } = tensor;
      if (!quantization || quantization.scale.length <= 1) continue;
      const dimension = quantization.quantizedDimension;
      if (dimension >= 0 && dimension < shape.length) continue;
      yield {
        subgraph: subgraphIndex,
        tensor: tensorIndex,
        ...(biasTypes.has(tensor.type) ? { severity: 'information' as const } : {}),
        message: sentence('check.quantizedDimension', {
          tensor: tensorLabel(tensor, tensorIndex),
          dimension,
          shape: shapeText(shape),
        }),
        cure: sentence('check.convertAgainCure'),
      };
    }
  },
};
