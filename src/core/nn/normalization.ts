/**
 * Training on inputs and targets of mean 0 and standard deviation 1, so that the learning rate fits whatever the units are.
 * Afterwards it is folded into the weights: the network that leaves takes and gives the data's own units, and no board has
 * to scale anything.
 */
import type { EpochLog, History, LossName, SampleSet } from './engine';
import { fitMoment, fitSnapshots, type FitMoment, type FitSnapshots } from './fitSnapshots';
import { flatWeights, weightViews } from './flatWeights';
import type { DenseWeights, ModelDescription, ModelWeights } from './model';

export interface Normalization {
  readonly inputMeans: readonly number[];
  /** Standard deviations; 1 for a column of one value. */
  readonly inputScales: readonly number[];
  readonly targetMean: number;
  readonly targetScale: number;
}

/** Of the training split alone: test and validation must not be looked at. A last ReLU cannot take up a mean, so it stays. */
export function measureNormalization(model: ModelDescription, training: SampleSet): Normalization {
  const inputs = Array.from({ length: model.inputSize }, (_, column) =>
    meanAndScale(training.inputs, column, model.inputSize),
  );
  const target = meanAndScale(training.targets, 0, 1);
  return {
    inputMeans: inputs.map(({ mean }) => mean),
    inputScales: inputs.map(({ scale }) => scale),
    targetMean: model.layers.at(-1)?.activation === 'linear' ? target.mean : 0,
    targetScale: target.scale,
  };
}

function meanAndScale(
  values: Float32Array,
  column: number,
  columns: number,
): { readonly mean: number; readonly scale: number } {
  const rows = values.length / columns;
  let sum = 0;
  for (let at = column; at < values.length; at += columns) sum += values[at]!;
  const mean = sum / rows;
  let squares = 0;
  for (let at = column; at < values.length; at += columns) squares += (values[at]! - mean) ** 2;
  const scale = Math.sqrt(squares / rows);
  return { mean, scale: scale > 0 && Number.isFinite(scale) ? scale : 1 };
}

/** [samples, inputMeans.length], row-major. */
export function normalizedInputs(inputs: Float32Array, by: Normalization): Float32Array {
  const columns = by.inputMeans.length;
  return inputs.map(
    (value, index) => (value - by.inputMeans[index % columns]!) / by.inputScales[index % columns]!,
  );
}

export function normalized(set: SampleSet, by: Normalization): SampleSet {
  const inputs = normalizedInputs(set.inputs, by);
  const targets = set.targets.map((value) => (value - by.targetMean) / by.targetScale);
  return { samples: set.samples, inputs, targets };
}

/** The same function of the data's own units: first kernel / scale, first bias − Σ mean / scale · kernel; last ones likewise. */
export function foldNormalization(weights: ModelWeights, by: Normalization): ModelWeights {
  const { inputMeans, inputScales, targetMean, targetScale } = by;
  return weights.map((layer, index): DenseWeights => {
    let kernel = Float64Array.from(layer.kernel);
    let bias = Float64Array.from(layer.bias);
    const units = bias.length;
    if (index === 0) {
      kernel = kernel.map((weight, at) => weight / inputScales[Math.floor(at / units)]!);
      kernel.forEach((weight, at) => {
        bias[at % units] = bias[at % units]! - weight * inputMeans[Math.floor(at / units)]!;
      });
    }
    if (index === weights.length - 1) {
      kernel = kernel.map((weight) => weight * targetScale);
      bias = bias.map((value) => value * targetScale + targetMean);
    }
    return { kernel: Float32Array.from(kernel), bias: Float32Array.from(bias) };
  });
}

/** What a network said while it learned, and its weights, for the data's own units. */
export function denormalizedMoment(model: ModelDescription, moment: FitMoment, by: Normalization): FitMoment {
  const { epoch, outputs, weights } = moment;
  const folded = weights && foldNormalization(weightViews(model, weights), by);
  return {
    epoch,
    outputs: outputs.map((value) => value * by.targetScale + by.targetMean),
    ...(folded && { weights: flatWeights(model, folded) }),
  };
}

export function denormalizedSnapshots(
  model: ModelDescription,
  snapshots: FitSnapshots,
  by: Normalization,
): FitSnapshots {
  const moments = Array.from(snapshots.epochs, (_, index) => fitMoment(snapshots, index));
  return fitSnapshots(moments.map((moment) => denormalizedMoment(model, moment, by)));
}

/** Errors in the units of the target again. */
export function denormalizedLog(log: EpochLog, loss: LossName, { targetScale }: Normalization): EpochLog {
  const lossScale = loss === 'mse' ? targetScale ** 2 : targetScale;
  return {
    epoch: log.epoch,
    loss: log.loss * lossScale,
    mae: log.mae * targetScale,
    val_loss: log.val_loss * lossScale,
    val_mae: log.val_mae * targetScale,
  };
}

export function denormalizedHistory(history: History, loss: LossName, by: Normalization): History {
  const logs = history.loss.map((value, index) =>
    denormalizedLog(
      {
        epoch: index + 1,
        loss: value,
        mae: history.mae[index]!,
        val_loss: history.val_loss[index]!,
        val_mae: history.val_mae[index]!,
      },
      loss,
      by,
    ),
  );
  return {
    loss: logs.map((log) => log.loss),
    mae: logs.map((log) => log.mae),
    val_loss: logs.map((log) => log.val_loss),
    val_mae: logs.map((log) => log.val_mae),
  };
}
