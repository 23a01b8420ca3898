/** Training on or towards numbers that are none ends with a sentence that says what to change, never with a silent NaN. */
import { problem } from '../problem';
import type { EpochLog, FitOptions, SampleSet } from './engine';

/** Throws a Problem where there is nothing to train on, or where a sample holds NaN or an infinity. */
export function requireSoundSamples(training: SampleSet, validation: SampleSet): void {
  if (training.samples === 0) throw problem('nn.noTrainingSamples');
  const inTraining = firstUnsoundSample(training);
  if (inTraining !== undefined) throw problem('nn.trainingSampleNotFinite', { sample: inTraining });
  const inValidation = firstUnsoundSample(validation);
  if (inValidation !== undefined) throw problem('nn.validationSampleNotFinite', { sample: inValidation });
}

/** Throws a Problem when an epoch left a loss or a weight that is NaN or infinite. */
export function requireSoundEpoch(
  log: EpochLog,
  validated: boolean,
  parameters: Float32Array,
  { optimizer, batchSize }: FitOptions,
): void {
  // x − x is 0 for every finite number and NaN for all others, whatever they add up to.
  let sound = log.loss - log.loss + log.mae - log.mae;
  if (validated) sound += log.val_loss - log.val_loss;
  for (const parameter of parameters) sound += parameter - parameter;
  if (sound !== 0) {
    throw problem('nn.diverged', { epoch: log.epoch, learningRate: optimizer.learningRate, batchSize });
  }
}

/** 1-based, or undefined when all are finite. */
function firstUnsoundSample({ samples, inputs, targets }: SampleSet): number | undefined {
  const input = inputs.findIndex((value) => !Number.isFinite(value));
  const target = targets.findIndex((value) => !Number.isFinite(value));
  const rows = [
    ...(input < 0 ? [] : [Math.floor(input / (inputs.length / samples))]),
    ...(target < 0 ? [] : [Math.floor(target / (targets.length / samples))]),
  ];
  return rows.length === 0 ? undefined : Math.min(...rows) + 1;
}
