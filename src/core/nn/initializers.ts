/** First weights of a network: glorot_uniform kernels and zero biases, the defaults of Keras's `Dense`. */
import { MersenneTwister } from '../data/mersenneTwister';
import type { ModelDescription, ModelWeights } from './model';

/**
 * Kernels are uniform in [−limit, limit) with limit = √(6 / (inputs + units)): X. Glorot, Y. Bengio, "Understanding the
 * difficulty of training deep feedforward neural networks", AISTATS 2010, equation 16; keras-team/keras 3.15
 * `keras/src/initializers/random_initializers.py` (GlorotUniform). Biases are 0: `keras/src/layers/core/dense.py`.
 *
 * `seed` is a whole number from 0 to 2^32 − 1. Layers draw from one stream in their order, row by row.
 */
export function initialWeights(model: ModelDescription, seed: number): ModelWeights {
  const random = new MersenneTwister(seed);
  let inputs = model.inputSize;
  return model.layers.map(({ units }) => {
    const limit = Math.sqrt(6 / (inputs + units));
    const kernel = Float32Array.from({ length: inputs * units }, () => random.uniform(-limit, limit));
    inputs = units;
    return { kernel, bias: new Float32Array(units) };
  });
}
