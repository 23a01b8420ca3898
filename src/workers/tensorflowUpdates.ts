/**
 * Update rules of Keras 3 in TensorFlow operations, each on all weights at once: the cost is per operation. They are
 * written out because Adam of TensorFlow.js is another one: it adds epsilon to a root whose bias is corrected already
 * (tensorflow/tfjs 4.22 `tfjs-core/src/optimizers/adam_optimizer.ts`). Sources of the rules: `core/nn/optimizers.ts`.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { OptimizerConfig } from '../core/nn/engine';
import type { TensorFlow } from './tensorflowOperations';

/** All weights, then what the optimiser remembers of earlier steps (0 at first); each [parameters]. */
export type TrainingState = readonly [parameters: Tensor, ...memories: Tensor[]];

export interface UpdateRule {
  /** How many tensors it remembers. */
  readonly memories: number;
  /** The state after one more step; disposes of nothing. */
  readonly step: (state: TrainingState, gradient: Tensor) => TrainingState;
}

type ConfigOf<Name extends OptimizerConfig['name']> = Extract<OptimizerConfig, { readonly name: Name }>;

export function updateRule(tf: TensorFlow, config: OptimizerConfig): UpdateRule {
  switch (config.name) {
    case 'rmsprop':
      return rmsprop(tf, config);
    case 'adam':
      return adam(tf, config);
    case 'sgd':
      return config.momentum === 0 ? plainSgd(tf, config) : momentumSgd(tf, config);
  }
}

function rmsprop(tf: TensorFlow, { learningRate, rho, epsilon }: ConfigOf<'rmsprop'>): UpdateRule {
  return {
    memories: 1,
    step: ([parameters, velocity], gradient) => {
      const next = tf.add(tf.mul(velocity!, rho), tf.mul(tf.square(gradient), 1 - rho));
      const change = tf.div(tf.mul(gradient, learningRate), tf.sqrt(tf.add(next, epsilon)));
      return [tf.sub(parameters, change), next];
    },
  };
}

function adam(tf: TensorFlow, { learningRate, beta1, beta2, epsilon }: ConfigOf<'adam'>): UpdateRule {
  let beta1Power = 1;
  let beta2Power = 1;
  return {
    memories: 2,
    step: ([parameters, mean, velocity], gradient) => {
      beta1Power *= beta1;
      beta2Power *= beta2;
      const alpha = (learningRate * Math.sqrt(1 - beta2Power)) / (1 - beta1Power);
      const nextMean = tf.add(mean!, tf.mul(tf.sub(gradient, mean!), 1 - beta1));
      const nextVelocity = tf.add(velocity!, tf.mul(tf.sub(tf.square(gradient), velocity!), 1 - beta2));
      const change = tf.div(tf.mul(nextMean, alpha), tf.add(tf.sqrt(nextVelocity), epsilon));
      return [tf.sub(parameters, change), nextMean, nextVelocity];
    },
  };
}

function plainSgd(tf: TensorFlow, { learningRate }: ConfigOf<'sgd'>): UpdateRule {
  return {
    memories: 0,
    step: ([parameters], gradient) => [tf.sub(parameters, tf.mul(gradient, learningRate))],
  };
}

function momentumSgd(tf: TensorFlow, { learningRate, momentum }: ConfigOf<'sgd'>): UpdateRule {
  return {
    memories: 1,
    step: ([parameters, moving], gradient) => {
      const next = tf.sub(tf.mul(moving!, momentum), tf.mul(gradient, learningRate));
      return [tf.add(parameters, next), next];
    },
  };
}
