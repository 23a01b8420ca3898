/**
 * Training with TensorFlow.js, or with TensorFlow itself through tfjs-node: TensorFlow computes outputs, gradients (by its
 * own differentiation) and updates. Order of samples, figures of an epoch and Stop are those of every engine.
 */
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { BatchComputer, BatchLearner } from '../core/nn/batchLearner';
import type { Engine, FitOptions, LossName } from '../core/nn/engine';
import { flatWeights, weightViews } from '../core/nn/flatWeights';
import type { ModelDescription } from '../core/nn/model';
import { predictRows } from '../core/nn/predictRows';
import { runEpochs } from '../core/nn/runEpochs';
import { requireSoundSamples } from '../core/nn/soundness';
import type { TensorFlow } from './tensorflowOperations';
import { updateRule, type TrainingState } from './tensorflowUpdates';

/** Samples computed at a time where no gradient is wanted: many, because TensorFlow's cost is per call. */
const evaluationRows = 4096;

export function tensorflowEngine(tf: TensorFlow): Engine {
  return {
    name: 'tensorflow',

    async fit(model, initialWeights, training, validation, options, callbacks) {
      requireSoundSamples(training, validation);
      await tf.ready();
      const rows = Math.max(
        Math.min(options.batchSize, training.samples),
        Math.min(evaluationRows, validation.samples),
      );
      const learner = tensorLearner(tf, model, rows, flatWeights(model, initialWeights), options);
      try {
        return await runEpochs(learner, training, validation, options, callbacks);
      } finally {
        learner.dispose();
      }
    },

    async predict(model, weights, inputs) {
      await tf.ready();
      const rows = Math.max(1, Math.min(evaluationRows, inputs.length / model.inputSize));
      const parameters = tf.tensor1d(flatWeights(model, weights));
      const computer = tensorComputer(tf, model, rows, () => parameters);
      try {
        return predictRows(computer, inputs);
      } finally {
        tf.dispose(parameters);
      }
    },
  };
}

interface TensorComputer extends BatchComputer {
  /** The first `count` rows of an array of `rows` rows; to be used before the array is written again. */
  batch(array: Float32Array, count: number): Tensor2D;
  /** Outputs [count, outputSize] of all layers. */
  forward(parameters: Tensor, inputs: Tensor2D): Tensor;
}

interface TensorLearner extends BatchLearner {
  dispose(): void;
}

/** `parameters` gives all weights as one tensor, laid out as `flatWeights` says. */
function tensorComputer(
  tf: TensorFlow,
  model: ModelDescription,
  rows: number,
  parameters: () => Tensor,
): TensorComputer {
  const sizes = [model.inputSize, ...model.layers.map(({ units }) => units)];
  const lengths = model.layers.flatMap(({ units }, layer) => [sizes[layer]! * units, units]);
  const inputs = new Float32Array(rows * model.inputSize);

  const batch = (array: Float32Array, count: number): Tensor2D => {
    const width = array.length / rows;
    return tf.tensor2d(array.subarray(0, count * width), [count, width]);
  };
  const forward = (all: Tensor, first: Tensor2D): Tensor => {
    const pieces = tf.split(all, lengths);
    return model.layers.reduce<Tensor>((below, { units, activation }, layer) => {
      const kernel: Tensor2D = tf.reshape(pieces[2 * layer]!, [sizes[layer]!, units]);
      const sums = tf.add(tf.matMul(below, kernel), pieces[2 * layer + 1]!);
      return activation === 'relu' ? tf.relu(sums) : sums;
    }, first);
  };
  const compute = (count: number): Float32Array =>
    tf.tidy(() => floats(forward(parameters(), batch(inputs, count))));
  return { rows, inputs, outputSize: sizes.at(-1)!, compute, batch, forward };
}

/** Learns from `parameters` on, and in them. */
function tensorLearner(
  tf: TensorFlow,
  model: ModelDescription,
  rows: number,
  parameters: Float32Array<ArrayBuffer>,
  { optimizer, loss }: FitOptions,
): TensorLearner {
  const rule = updateRule(tf, optimizer);
  const first = tf.tensor1d(parameters.slice());
  let state: TrainingState = [first, ...Array.from({ length: rule.memories }, () => tf.zerosLike(first))];
  const computer = tensorComputer(tf, model, rows, () => state[0]);
  const targets = new Float32Array(rows * computer.outputSize);

  const learn = (count: number): Float32Array => {
    let outputs = new Float32Array();
    const next = tf.tidy(() => {
      const inputs = computer.batch(computer.inputs, count);
      const wanted = computer.batch(targets, count);
      const gradient = tf.grad((all) => {
        const predicted = computer.forward(all, inputs);
        outputs = floats(predicted);
        return meanLoss(tf, loss, tf.sub(predicted, wanted));
      });
      return [...rule.step(state, gradient(state[0]))];
    });
    tf.dispose([...state]);
    state = [next[0]!, ...next.slice(1)];
    return outputs;
  };
  return {
    ...computer,
    targets,
    parameters,
    weights: weightViews(model, parameters),
    learn,
    readParameters: () => parameters.set(floats(state[0])),
    dispose: () => tf.dispose([...state]),
  };
}

/** As in Keras, the absolute error has no slope where it is 0; TensorFlow.js gives `abs` the slope -1 there. */
function meanLoss(tf: TensorFlow, loss: LossName, errors: Tensor): Scalar {
  return tf.mean(loss === 'mse' ? tf.square(errors) : tf.mul(errors, tf.sign(errors)));
}

/** Copied: what the tensor holds may be gone with it. */
function floats(tensor: Tensor): Float32Array<ArrayBuffer> {
  return Float32Array.from(tensor.dataSync<'float32'>());
}
