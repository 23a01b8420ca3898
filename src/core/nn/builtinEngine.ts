/**
 * The engine in plain TypeScript. It is fast because nothing is allocated while it trains and each batch is one pass
 * over a few arrays; it stays the reference that faster kernels are compared with.
 *
 * Weights, activations, gradients and optimiser state are float32. Training uses only + − × ÷ and √, whose results
 * IEEE 754 fixes, so the same seed gives the same weights on every machine.
 */
import type { BatchComputer, BatchLearner } from './batchLearner';
import { DenseNetwork } from './denseNetwork';
import type { Engine, FitOptions } from './engine';
import { lossGradient } from './losses';
import { createOptimizer } from './optimizers';
import { predictRows } from './predictRows';
import { runEpochs } from './runEpochs';
import { requireSoundSamples } from './soundness';

/** Samples computed at a time where no gradient is wanted. */
const evaluationRows = 256;

export const builtinEngine: Engine = {
  name: 'builtin',

  async fit(model, initialWeights, training, validation, options, callbacks) {
    requireSoundSamples(training, validation);
    const rows = Math.max(
      Math.min(options.batchSize, training.samples),
      Math.min(evaluationRows, validation.samples),
    );
    const network = new DenseNetwork(model, rows);
    network.setWeights(initialWeights);
    return runEpochs(denseLearner(network, options), training, validation, options, callbacks);
  },

  predict(model, weights, inputs) {
    const rows = Math.max(1, Math.min(evaluationRows, inputs.length / model.inputSize));
    const network = new DenseNetwork(model, rows);
    network.setWeights(weights);
    return Promise.resolve(predictRows(denseComputer(network), inputs));
  },
};

function denseLearner(network: DenseNetwork, { optimizer, loss }: FitOptions): BatchLearner {
  const { parameters, weights, gradients, outputs, outputGradient } = network;
  const targets = new Float32Array(outputs.length);
  const { step } = createOptimizer(optimizer, parameters.length);
  const computer = denseComputer(network);
  return {
    ...computer,
    targets,
    parameters,
    weights,
    learn: (count) => {
      computer.compute(count);
      lossGradient(loss, outputs, targets, count * computer.outputSize, outputGradient);
      network.backward(count);
      step(parameters, gradients);
      return outputs;
    },
    // It learns in the network's own memory: there is nothing to read back.
    readParameters: () => undefined,
  };
}

function denseComputer(network: DenseNetwork): BatchComputer {
  const { rows, inputs, outputs } = network;
  return {
    rows,
    inputs,
    outputSize: outputs.length / rows,
    compute: (count) => {
      network.forward(count);
      return outputs;
    },
  };
}
