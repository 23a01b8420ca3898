/** How good a model has become: its errors beside the noise in the data, or where nobody knows that, beside the simplest answer. */
import type { RunData } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { curveMse, errorMse, noiseMse, partRange } from './findings';

/** Error this many times the noise is more than chance makes of 200 samples. */
const muchNoise = 1.5;
/** Within it, nothing is left to learn: chance alone makes 0.9 to 1.1 of 200 samples, one time in three more. */
const nearNoise = 1.25;
/** Without a known noise, only this much more in validation than in training is no chance. */
const muchMore = 2;
/** More of the mean's error than this, and the model does little else than to answer with the mean. */
const nearlyTheMean = 0.95;
/** Without noise there is nothing to blame for an error of this share of the mean's. */
const poor = 0.1;

export type Verdict =
  'overfits' | 'underfits' | 'close to the noise' | 'at the noise' | 'learned nothing' | 'noise unknown';

export interface Judged {
  readonly verdict: Verdict;
  readonly said: Sentence;
}

/** Whether it has not learned enough, so that one asks why. */
export function hasLittle({ verdict }: Judged): boolean {
  return verdict === 'underfits' || verdict === 'learned nothing';
}

/** `predictions` follow the order of `data`. */
export function judge(data: RunData, predictions: ArrayLike<number>): Judged {
  const train = errorMse(data, predictions, 'train');
  const validation = errorMse(data, predictions, 'validation');
  const mean = meanSquareAroundMean(data.y.subarray(...partRange(data, 'train')));
  const plain = { train, validation, mean };
  if (isLikeTheMean(data, predictions, train, mean)) {
    return { verdict: 'learned nothing', said: sentence('training.verdict.learnedNothing', plain) };
  }
  const trainNoise = noiseMse(data, 'train') ?? 0;
  const validationNoise = noiseMse(data, 'validation') ?? 0;
  if (trainNoise === 0 || validationNoise === 0) return withoutNoise(data, plain);

  const [trainTimes, validationTimes] = [train / trainNoise, validation / validationNoise];
  const facts = { train, validation, trainTimes: round(trainTimes), validationTimes: round(validationTimes) };
  // What lies above the noise of the very same samples: the splits may differ in noise, and small ones do by chance.
  const [tooMuchInTraining, tooMuch] = [Math.max(0, train - trainNoise), validation - validationNoise];
  const chance = Math.max(muchNoise, chanceOf(data));
  if (validationTimes > chance && tooMuch > chance * tooMuchInTraining)
    return { verdict: 'overfits', said: sentence('training.verdict.overfits', facts) };
  if (trainTimes > muchNoise)
    return { verdict: 'underfits', said: sentence('training.verdict.underfits', facts) };
  if (trainTimes > nearNoise || validationTimes > nearNoise)
    return { verdict: 'close to the noise', said: sentence('training.verdict.closeToNoise', facts) };
  return { verdict: 'at the noise', said: sentence('training.verdict.nearNoise', facts) };
}

/** Noise may be so large that even an answer with the mean is close to it: then the noiseless curve tells. */
function isLikeTheMean(data: RunData, predictions: ArrayLike<number>, train: number, mean: number): boolean {
  if (mean === 0 || train < nearlyTheMean * mean) return false;
  const own = curveMse(data, predictions, 'train');
  const flat = data.clean && meanSquareAroundMean(data.clean.subarray(...partRange(data, 'train')));
  return own === undefined || flat === undefined || own >= nearlyTheMean * flat;
}

/** Judged by what a model would get that always answers with the mean of its training data. */
function withoutNoise(
  data: RunData,
  plain: { readonly train: number; readonly validation: number; readonly mean: number },
): Judged {
  const { train, validation, mean } = plain;
  const chance = Math.max(muchMore, chanceOf(data));
  // A target of one value alone can be learned by heart, and nothing is wrong with that.
  if (mean > 0 && train > 0 && validation > chance * train) {
    const said = sentence('training.verdict.overfitsPlain', {
      train,
      validation,
      times: round(validation / train),
    });
    return { verdict: 'overfits', said };
  }
  if (!data.clean) return { verdict: 'noise unknown', said: sentence('training.verdict.plain', plain) };
  const verdict = train > poor * mean ? 'underfits' : 'noise unknown';
  return { verdict, said: sentence('training.verdict.noNoise', plain) };
}

/**
 * How many times its expectation a mean of as many squares as validate may be by chance: five of its standard
 * deviations above it, each √(2 / n) for squares of normal numbers.
 */
function chanceOf({ x, testEnd }: RunData): number {
  return 1 + 5 * Math.sqrt(2 / (x.length - testEnd));
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
