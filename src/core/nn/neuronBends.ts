/** Where the neurons of a network's first layer bend: the x at which a ReLU starts or ends. */
import type { ModelDescription, ModelWeights } from './model';

/**
 * −bias / weight of each neuron; infinite or NaN where a weight is 0. Undefined where a sample has several inputs, where
 * the first layer is not ReLU, or where it is also the last one.
 */
export function neuronBends(model: ModelDescription, weights: ModelWeights): Float32Array | undefined {
  const [layer] = model.layers;
  const [first] = weights;
  if (model.inputSize !== 1 || model.layers.length < 2 || layer?.activation !== 'relu' || !first)
    return undefined;
  return first.kernel.map((weight, neuron) => -(first.bias[neuron] ?? 0) / weight);
}
