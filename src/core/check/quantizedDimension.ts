import { sentence } from '../../../l10n/sentences';
import { shapeText, tensorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyTensor, type TensorPlace } from './subject';

const biasTypes = new Set(['INT32', 'INT64']);

/**
 * Scales per channel along a dimension that the tensor does not have. Kernels look the dimension up for weights only; in
 * biases (32 and 64 bits), where old converters copied it from the weights, it is without effect: one finding for all.
 */
export const quantizedDimension: Rule = {
  code: 'TML013',
  severity: 'error',
  *check({ model }) {
    const astray = [...everyTensor(model)].filter(({ tensor: { quantization, shape } }) => {
      if (!quantization || quantization.scale.length <= 1) return false;
      return !(quantization.quantizedDimension >= 0 && quantization.quantizedDimension < shape.length);
    });
    const biases = astray.filter(({ tensor }) => biasTypes.has(tensor.type));
    for (const place of astray) {
      if (biasTypes.has(place.tensor.type)) continue;
      yield {
        subgraph: place.subgraphIndex,
        tensor: place.tensorIndex,
        message: sentence('check.quantizedDimension', words(place)),
        cure: sentence('check.convertAgainCure'),
      };
    }
    const [bias] = biases;
    if (!bias) return;
    yield {
      subgraph: bias.subgraphIndex,
      tensor: bias.tensorIndex,
      severity: 'information',
      message: sentence('check.quantizedDimensionOfBias', { ...words(bias), count: biases.length }),
      cure: sentence('check.quantizedDimensionOfBiasCure'),
    };
  },
};

function words({ tensor, tensorIndex }: TensorPlace) {
  return {
    tensor: tensorLabel(tensor, tensorIndex),
    dimension: tensor.quantization?.quantizedDimension ?? 0,
    shape: shapeText(tensor.shape),
  };
}
