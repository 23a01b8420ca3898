/** All weights of a network in one array: kernel, bias, kernel, bias, … in the order of the layers. */
import { parameterCount, type ModelDescription, type ModelWeights } from './model';

/** The same memory as `parameters`, by layer. */
export function weightViews(model: ModelDescription, parameters: Float32Array): ModelWeights {
  let at = 0;
  let inputs = model.inputSize;
  return model.layers.map(({ units }) => {
    const kernelEnd = at + inputs * units;
    const biasEnd = kernelEnd + units;
    const layer = {
      kernel: parameters.subarray(at, kernelEnd),
      bias: parameters.subarray(kernelEnd, biasEnd),
    };
    at = biasEnd;
    inputs = units;
    return layer;
  });
}

/** A copy of `weights` in one array. Throws a RangeError where they do not have the sizes that the model says. */
export function flatWeights(model: ModelDescription, weights: ModelWeights): Float32Array<ArrayBuffer> {
  const parameters = new Float32Array(parameterCount(model));
  setWeights(weightViews(model, parameters), weights);
  return parameters;
}

/** Copies `weights` into `own`. Throws a RangeError where sizes differ. */
export function setWeights(own: ModelWeights, weights: ModelWeights): void {
  own.forEach(({ kernel, bias }, index) => {
    const given = weights[index];
    if (given?.kernel.length !== kernel.length || given.bias.length !== bias.length) {
      throw new RangeError(`The weights of layer ${String(index)} do not have the size that the model says.`);
    }
    kernel.set(given.kernel);
    bias.set(given.bias);
  });
}

export function copyWeights(weights: ModelWeights): ModelWeights {
  return weights.map(({ kernel, bias }) => ({ kernel: kernel.slice(), bias: bias.slice() }));
}
