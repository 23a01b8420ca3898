/** Update rules of Keras 3, without weight decay and clipping. State is float32, as there; each value is rounded when stored. */
import type { OptimizerConfig } from './engine';

export interface Optimizer {
  /** Moves `parameters` by one step against `gradients`; both keep their length for the life of the optimiser. */
  readonly step: (parameters: Float32Array, gradients: Float32Array) => void;
}

type ConfigOf<Name extends OptimizerConfig['name']> = Extract<OptimizerConfig, { readonly name: Name }>;

/** What Keras 3 takes where nothing is said. */
export const optimizerDefaults: { readonly [Name in OptimizerConfig['name']]: ConfigOf<Name> } = {
  rmsprop: { name: 'rmsprop', learningRate: 0.001, rho: 0.9, epsilon: 1e-7 },
  adam: { name: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  sgd: { name: 'sgd', learningRate: 0.01, momentum: 0 },
};

export function createOptimizer(config: OptimizerConfig, parameters: number): Optimizer {
  switch (config.name) {
    case 'rmsprop':
      return rmsprop(config, parameters);
    case 'adam':
      return adam(config, parameters);
    case 'sgd':
      return config.momentum === 0 ? plainSgd(config) : momentumSgd(config, parameters);
  }
}

/**
 * velocity = rho · velocity + (1 − rho) · g²;  w −= learningRate · g / √(velocity + epsilon).
 * keras-team/keras 3.15 `keras/src/optimizers/rmsprop.py` (update_step): epsilon stands inside the root.
 */
function rmsprop({ learningRate, rho, epsilon }: ConfigOf<'rmsprop'>, count: number): Optimizer {
  const velocity = new Float32Array(count);
  const rest = 1 - rho;
  return {
    step(parameters, gradients) {
      for (let index = 0; index < count; index++) {
        const gradient = gradients[index]!;
        const next = Math.fround(rho * velocity[index]! + rest * gradient * gradient);
        velocity[index] = next;
        parameters[index] = parameters[index]! - (learningRate * gradient) / Math.sqrt(next + epsilon);
      }
    },
  };
}

/**
 * m += (1 − beta1)(g − m);  v += (1 − beta2)(g² − v);  w −= m · α / (√v + epsilon), where
 * α = learningRate · √(1 − beta2^t) / (1 − beta1^t).
 * keras-team/keras 3.15 `keras/src/optimizers/adam.py` (update_step): epsilon stands outside the root.
 * The powers are running products: `Math.pow` may differ between machines.
 */
function adam({ learningRate, beta1, beta2, epsilon }: ConfigOf<'adam'>, count: number): Optimizer {
  const mean = new Float32Array(count);
  const velocity = new Float32Array(count);
  let beta1Power = 1;
  let beta2Power = 1;
  return {
    step(parameters, gradients) {
      beta1Power *= beta1;
      beta2Power *= beta2;
      const alpha = (learningRate * Math.sqrt(1 - beta2Power)) / (1 - beta1Power);
      for (let index = 0; index < count; index++) {
        const gradient = gradients[index]!;
        const oldMean = mean[index]!;
        const oldVelocity = velocity[index]!;
        const nextMean = Math.fround(oldMean + (1 - beta1) * (gradient - oldMean));
        const nextVelocity = Math.fround(oldVelocity + (1 - beta2) * (gradient * gradient - oldVelocity));
        mean[index] = nextMean;
        velocity[index] = nextVelocity;
        parameters[index] = parameters[index]! - (nextMean * alpha) / (Math.sqrt(nextVelocity) + epsilon);
      }
    },
  };
}

/** w −= learningRate · g. keras-team/keras 3.15 `keras/src/optimizers/sgd.py` (update_step). */
function plainSgd({ learningRate }: ConfigOf<'sgd'>): Optimizer {
  return {
    step(parameters, gradients) {
      for (let index = 0; index < parameters.length; index++) {
        parameters[index] = parameters[index]! - learningRate * gradients[index]!;
      }
    },
  };
}

/** m = momentum · m − learningRate · g;  w += m. The same file, without Nesterov's variant. */
function momentumSgd({ learningRate, momentum }: ConfigOf<'sgd'>, count: number): Optimizer {
  const moving = new Float32Array(count);
  return {
    step(parameters, gradients) {
      for (let index = 0; index < count; index++) {
        const next = Math.fround(momentum * moving[index]! - learningRate * gradients[index]!);
        moving[index] = next;
        parameters[index] = parameters[index]! + next;
      }
    },
  };
}
