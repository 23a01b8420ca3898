/** Training as every engine does it: epoch after epoch, with the history, the best weights so far, and Stop. */
import { MersenneTwister } from '../data/mersenneTwister';
import type { BatchLearner } from './batchLearner';
import type { EpochLog, FitCallbacks, FitOptions, FitResult, SampleSet } from './engine';
import { copyWeights } from './flatWeights';
import { absoluteErrorSum, squaredErrorSum } from './losses';
import { requireSoundEpoch } from './soundness';

/** Throws a Problem when an epoch leaves numbers that are none. The samples must be sound: `requireSoundSamples`. */
export async function runEpochs(
  learner: BatchLearner,
  training: SampleSet,
  validation: SampleSet,
  options: FitOptions,
  callbacks: FitCallbacks = {},
): Promise<FitResult> {
  const epochs = new Epochs(learner, training, validation, options);
  const best = new Float32Array(learner.parameters.length);
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
    learner.readParameters();
    requireSoundEpoch(log, validation.samples > 0, learner.parameters, options);
    history.loss.push(log.loss);
    history.mae.push(log.mae);
    history.val_loss.push(log.val_loss);
    history.val_mae.push(log.val_mae);
    const judged = validation.samples > 0 ? log.val_loss : log.loss;
    if (judged < bestLoss) {
      bestLoss = judged;
      bestEpoch = epoch;
      best.set(learner.parameters);
    }
    const pause = callbacks.onEpochEnd?.(log, learner.weights);
    if (pause) await pause;
    stopped = epoch < options.epochs && callbacks.shouldStop?.() === true;
  }
  if (stopped) learner.parameters.set(best);
  return { weights: copyWeights(learner.weights), history, bestEpoch, stopped };
}

/** One epoch after the other. Means are over samples, as Keras weights its batches by their size. */
class Epochs {
  private readonly random: MersenneTwister;
  /** Each epoch shuffles the order that the one before left. */
  private readonly order: Uint32Array;
  private readonly inOrder: Uint32Array;
  private readonly width: number;
  private squaredErrors = 0;
  private absoluteErrors = 0;

  constructor(
    private readonly learner: BatchLearner,
    private readonly training: SampleSet,
    private readonly validation: SampleSet,
    private readonly options: FitOptions,
  ) {
    this.random = new MersenneTwister(options.shuffleSeed);
    this.order = wholeNumbers(training.samples);
    this.inOrder = wholeNumbers(validation.samples);
    this.width = learner.outputSize;
  }

  next(epoch: number): EpochLog {
    const { learner, training, validation, options } = this;
    this.random.shuffle(this.order);
    this.forgetErrors();
    for (let from = 0; from < training.samples; from += options.batchSize) {
      const count = Math.min(options.batchSize, training.samples - from);
      this.gather(training, this.order, from, count);
      this.countErrors(learner.learn(count), count);
    }
    const [loss, mae] = this.meanErrors(training.samples);
    this.forgetErrors();
    for (let from = 0; from < validation.samples; from += learner.rows) {
      const count = Math.min(learner.rows, validation.samples - from);
      this.gather(validation, this.inOrder, from, count);
      this.countErrors(learner.compute(count), count);
    }
    const [validationLoss, validationMae] = this.meanErrors(validation.samples);
    return { epoch, loss, mae, val_loss: validationLoss, val_mae: validationMae };
  }

  private gather(set: SampleSet, order: Uint32Array, from: number, count: number): void {
    const { learner, width } = this;
    gatherRows(set.inputs, order, from, count, learner.inputs, set.inputs.length / set.samples);
    gatherRows(set.targets, order, from, count, learner.targets, width);
  }

  private countErrors(outputs: Float32Array, count: number): void {
    this.squaredErrors += squaredErrorSum(outputs, this.learner.targets, count * this.width);
    this.absoluteErrors += absoluteErrorSum(outputs, this.learner.targets, count * this.width);
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
