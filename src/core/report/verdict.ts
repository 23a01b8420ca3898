/** How good a model has become: its errors beside the noise in the data, or where nobody knows that, beside the simplest answer. */
import type { RunData } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { errorMse, noiseMse, partRange } from './findings';

/** Error this many times the noise is more than chance makes of 200 samples. */
const muchNoise = 1.5;
/** Within it, nothing is left to learn: chance alone makes 0.9 to 1.1 of 200 samples, one time in three more. */
const nearNoise = 1.25;
/** Without a known noise, only this much more in validation than in training is no chance. */
const muchMore = 2;
/** More of the mean's error than this, and the model does little else than to answer with the mean. */
const nearlyTheMean = 0.95;

export type Verdict =
  'overfits' | 'underfits' | 'close to the noise' | 'at the noise' | 'learned nothing' | 'noise unknown';

export interface Judged {
  readonly verdict: Verdict;
  readonly said: Sentence;
}

/** `predictions` follow the order of `data`. */
export function judge(data: RunData, predictions: ArrayLike<number>): Judged {
  const train = errorMse(data, predictions, 'train');
  const validation = errorMse(data, predictions, 'validation');
  const trainTimes = train / (noiseMse(data, 'train') ?? 0);
  const validationTimes = validation / (noiseMse(data, 'validation') ?? 0);
  if (!Number.isFinite(trainTimes) || !Number.isFinite(validationTimes)) {
    return withoutNoise(data, train, validation);
  }
  const facts = { train, validation, trainTimes: round(trainTimes), validationTimes: round(validationTimes) };
  if (validationTimes > muchNoise * trainTimes)
    return { verdict: 'overfits', said: sentence('training.verdict.overfits', facts) };
  if (trainTimes > muchNoise)
    return { verdict: 'underfits', said: sentence('training.verdict.underfits', facts) };
  if (trainTimes > nearNoise || validationTimes > nearNoise)
    return { verdict: 'close to the noise', said: sentence('training.verdict.closeToNoise', facts) };
  return { verdict: 'at the noise', said: sentence('training.verdict.nearNoise', facts) };
}

/** Judged by what a model would get that always answers with the mean of its training data. */
function withoutNoise(data: RunData, train: number, validation: number): Judged {
  const mean = meanSquareAroundMean(data.y.subarray(...partRange(data, 'train')));
  const facts = { train, validation, mean };
  if (train >= nearlyTheMean * mean && mean > 0)
    return { verdict: 'learned nothing', said: sentence('training.verdict.learnedNothing', facts) };
  if (validation > muchMore * train) {
    const times = round(validation / train);
    const plain = { train, validation, times };
    return { verdict: 'overfits', said: sentence('training.verdict.overfitsPlain', plain) };
  }
  const said = data.clean
    ? sentence('training.verdict.noNoise', facts)
    : sentence('training.verdict.plain', facts);
  return { verdict: 'noise unknown', said };
}

function meanSquareAroundMean(values: Float32Array): number {
  let [sum, squares] = [0, 0];
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (const value of values) squares += (value - mean) ** 2;
  return squares / values.length;
}

function round(times: number): number {
  return Math.round(times * 10) / 10;
}
