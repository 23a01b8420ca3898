/** What a run says about one of its models, each sentence computed from this very run. */
import type { RunData, RunModel } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { errorMse, noiseMse, partRange, verdict } from './findings';

/** Fewer epochs have no halves to compare. */
const fewestEpochs = 10;
/** Gaining less than this share in the second half of the epochs is standing still. */
const standstill = 0.05;
/** A validation loss this much above the lowest one is as good for all uses. */
const nearlyBest = 1.02;
/** Saying that the last few epochs gained little helps nobody. */
const mostOfTheEpochs = 0.8;

/** Nothing for a model that was not trained. */
export function modelFindings(data: RunData, model: RunModel): Sentence[] {
  const { result } = model;
  if (!result) return [];
  const judged = verdict(data, result.predictions);
  return [
    judged,
    ...(judged.id === 'training.verdict.underfits' ? standing(data, model) : []),
    ...enoughEpochs(model),
    ...validationBelow(data, result.predictions),
    ...units(data, result),
  ];
}

/** Of a model that underfits: did it get stuck, or did it have too little time? And where its neurons bend. */
function standing(data: RunData, { history, result }: RunModel): Sentence[] {
  const { loss } = history;
  if (loss.length < fewestEpochs) return [sentence('report.fewEpochs', { epochs: loss.length })];
  const before = lowest(loss.slice(0, Math.floor(loss.length / 2)));
  const after = Math.min(before, lowest(loss));
  const facts = { epochs: loss.length, before, after };
  if (1 - after / before > standstill) return [sentence('report.stillLearning', facts)];
  return [sentence('report.stuck', facts), ...bendsInside(data, result?.bends)];
}

function bendsInside({ x }: RunData, bends: Float32Array | undefined): Sentence[] {
  if (!bends || bends.length === 0) return [];
  const low = lowest(x);
  const high = -lowest(x.map((value) => -value));
  const inside = [...bends].filter((at) => at > low && at < high).sort((a, b) => a - b);
  const facts = { units: bends.length, low, high };
  if (inside.length === 0) return [sentence('report.bendsOutside', facts)];
  const places = inside.map((at) => at.toFixed(2)).join(', ');
  return [sentence('report.bendsInside', { ...facts, inside: inside.length, places })];
}

function enoughEpochs({ history, result }: RunModel): Sentence[] {
  const losses = history.val_loss;
  const best = lowest(losses);
  const at = losses.findIndex((loss) => loss <= nearlyBest * best);
  if (at < 0 || losses.length < fewestEpochs || at + 1 > mostOfTheEpochs * losses.length) return [];
  const bestEpoch = result?.bestEpoch ?? losses.indexOf(best) + 1;
  const facts = { epoch: at + 1, epochs: losses.length, loss: losses[at] ?? NaN, best, bestEpoch };
  return [sentence('report.enoughEpochs', facts)];
}

/** The tutorial takes this for a proof; whose noise is smaller says more. */
function validationBelow(data: RunData, predictions: Float32Array): Sentence[] {
  const training = errorMse(data, predictions, 'train');
  const validation = errorMse(data, predictions, 'validation');
  const [trainingNoise, validationNoise] = [noiseMse(data, 'train'), noiseMse(data, 'validation')];
  if (validation >= training || trainingNoise === undefined || validationNoise === undefined) return [];
  return [sentence('report.validationBelow', { training, validation, trainingNoise, validationNoise })];
}

function units(data: RunData, { testMse, testMae }: NonNullable<RunModel['result']>): Sentence[] {
  const y = data.y.slice(...partRange(data, 'test'));
  const facts = { mse: testMse, mae: testMae, root: Math.sqrt(testMse) };
  return [sentence('report.units', { ...facts, low: lowest(y), high: -lowest(y.map((value) => -value)) })];
}

/** Not `Math.min(...)`: a million arguments are too many. */
function lowest(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  return least;
}
