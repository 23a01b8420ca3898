/**
 * The engine in plain TypeScript. It is fast because nothing is allocated while it trains and each batch is one pass
 * over a few arrays; it stays the reference that faster kernels are compared with.
 *
 * Weights, activations, gradients and optimiser state are float32. Training uses only + − × ÷ and √, whose results
 * IEEE 754 fixes, so the same seed gives the same weights on every machine.
 */
import { MersenneTwister } from '../data/mersenneTwister';
import { DenseNetwork } from './denseNetwork';
import type { Engine, EpochLog, FitOptions, SampleSet } from './engine';
import { absoluteErrorSum, lossGradient, squaredErrorSum } from './losses';
import type { ModelWeights } from './model';
import { createOptimizer, type Optimizer } from './optimizers';
import { requireSoundEpoch, requireSoundSamples } from './soundness';

/** Samples computed at a time where no gradient is wanted. */
const evaluationRows = 256;

export const builtinEngine: Engine = {
  name: 'builtin',

  async fit(model, initialWeights, training, validation, options, callbacks = {}) {
    requireSoundSamples(training, validation);
    const rows = Math.max(
      Math.min(options.batchSize, training.samples),
      Math.min(evaluationRows, validation.samples),
    );
    const network = new DenseNetwork(model, rows);
    network.setWeights(initialWeights);
    const epochs = new Epochs(network, training, validation, options);
    const best = new Float32Array(network.parameters);
    const history = {
      loss: [] as number[],
      mae: [] as number[],
      val_loss: [] as number[],
      val_mae: [] as number[],
    };
    let bestLoss = Infinity;
    let bestEpoch = 0;
    let stopped = false;

    for (let epoch = 1; epoch <= options.epochs && !stopped; epoch++) {
      const log = epochs.next(epoch);
      requireSoundEpoch(log, validation.samples > 0, network.parameters, options);
      history.loss.push(log.loss);
      history.mae.push(log.mae);
      history.val_loss.push(log.val_loss);
      history.val_mae.push(log.val_mae);
      const judged = validation.samples > 0 ? log.val_loss : log.loss;
      if (judged < bestLoss) {
        bestLoss = judged;
        bestEpoch = epoch;
        best.set(network.parameters);
      }
      const pause = callbacks.onEpochEnd?.(log, network.weights);
      if (pause) await pause;
      stopped = epoch < options.epochs && callbacks.shouldStop?.() === true;
    }
    if (stopped) network.parameters.set(best);
    return { weights: copyWeights(network.weights), history, bestEpoch, stopped };
  },

  predict(model, weights, inputs) {
    const samples = inputs.length / model.inputSize;
    const network = new DenseNetwork(model, Math.max(1, Math.min(evaluationRows, samples)));
    network.setWeights(weights);
    const width = network.outputs.length / network.rows;
    const outputs = new Float32Array(samples * width);
    for (let from = 0; from < samples; from += network.rows) {
      const count = Math.min(network.rows, samples - from);
      network.inputs.set(inputs.subarray(from * model.inputSize, (from + count) * model.inputSize));
      network.forward(count);
      outputs.set(network.outputs.subarray(0, count * width), from * width);
    }
    return Promise.resolve(outputs);
  },
};

/** One epoch after the other. Means are over samples, as Keras weights its batches by their size. */
class Epochs {
  private readonly optimizer: Optimizer;
  private readonly random: MersenneTwister;
  /** Each epoch shuffles the order that the one before left. */
  private readonly order: Uint32Array;
  private readonly inOrder: Uint32Array;
  private readonly targets: Float32Array;
  private readonly width: number;
  private squaredErrors = 0;
  private absoluteErrors = 0;

  constructor(
    private readonly network: DenseNetwork,
    private readonly training: SampleSet,
    private readonly validation: SampleSet,
    private readonly options: FitOptions,
  ) {
    this.optimizer = createOptimizer(options.optimizer, network.parameters.length);
    this.random = new MersenneTwister(options.shuffleSeed);
    this.order = wholeNumbers(training.samples);
    this.inOrder = wholeNumbers(validation.samples);
    this.targets = new Float32Array(network.outputs.length);
    this.width = network.outputs.length / network.rows;
  }

  next(epoch: number): EpochLog {
    const { training, validation, options } = this;
    this.random.shuffle(this.order);
    this.forgetErrors();
    for (let from = 0; from < training.samples; from += options.batchSize) {
      this.train(from, Math.min(options.batchSize, training.samples - from));
    }
    const [loss, mae] = this.meanErrors(training.samples);
    this.forgetErrors();
    for (let from = 0; from < validation.samples; from += this.network.rows) {
      this.compute(validation, this.inOrder, from, Math.min(this.network.rows, validation.samples - from));
    }
    const [validationLoss, validationMae] = this.meanErrors(validation.samples);
    return { epoch, loss, mae, val_loss: validationLoss, val_mae: validationMae };
  }

  private train(from: number, count: number): void {
    const { network } = this;
    this.compute(this.training, this.order, from, count);
    lossGradient(
      this.options.loss,
      network.outputs,
      this.targets,
      count * this.width,
      network.outputGradient,
    );
    network.backward(count);
    this.optimizer.step(network.parameters, network.gradients);
  }

  private compute(set: SampleSet, order: Uint32Array, from: number, count: number): void {
    const { network, targets, width } = this;
    gatherRows(set.inputs, order, from, count, network.inputs, set.inputs.length / set.samples);
    gatherRows(set.targets, order, from, count, targets, width);
    network.forward(count);
    this.squaredErrors += squaredErrorSum(network.outputs, targets, count * width);
    this.absoluteErrors += absoluteErrorSum(network.outputs, targets, count * width);
  }

  private forgetErrors(): void {
    this.squaredErrors = 0;
    this.absoluteErrors = 0;
  }

  /** Loss and mean absolute error; NaN where there are no samples. */
  private meanErrors(samples: number): [loss: number, mae: number] {
    const mae = this.absoluteErrors / (samples * this.width);
    return [this.options.loss === 'mse' ? this.squaredErrors / (samples * this.width) : mae, mae];
  }
}

/** Copies rows `order[from]` … `order[from + count − 1]` of `source` to the start of `into`. */
function gatherRows(
  source: Float32Array,
  order: Uint32Array,
  from: number,
  count: number,
  into: Float32Array,
  width: number,
): void {
  for (let row = 0, to = 0; row < count; row++) {
    const start = order[from + row]! * width;
    for (let column = 0; column < width; column++) into[to++] = source[start + column]!;
  }
}

function wholeNumbers(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, index) => index);
}

function copyWeights(weights: ModelWeights): ModelWeights {
  return weights.map(({ kernel, bias }) => ({ kernel: kernel.slice(), bias: bias.slice() }));
}
