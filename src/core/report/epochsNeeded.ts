/** How many epochs were worth it: from which one on nothing was gained, or even lost. */
import type { RunModel } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { lowest } from './findings';

/** Fewer epochs say nothing about more of them. */
const fewestEpochs = 10;
/** A validation loss this much above the lowest one is as good for all uses. */
const nearlyBest = 1.02;
/** Saying that the last few epochs gained little helps nobody. */
const mostOfTheEpochs = 0.8;
/** In the end: losses jump from epoch to epoch, the median of several does not. */
const lastShare = 0.1;
const fewestLast = 5;
/** A validation loss that has risen by this much did not do so by chance. */
const risen = 1.2;

export function epochsNeeded({ history, result }: RunModel): Sentence[] {
  const losses = history.val_loss;
  const epochs = losses.length;
  const best = lowest(losses);
  const bestEpoch = result?.bestEpoch ?? losses.indexOf(best) + 1;
  if (epochs < fewestEpochs || !Number.isFinite(best)) return [];

  const last = Math.max(fewestLast, Math.floor(epochs * lastShare));
  const end = median(losses.slice(-last));
  const training = { then: history.loss[bestEpoch - 1] ?? NaN, end: median(history.loss.slice(-last)) };
  if (bestEpoch <= epochs - last && end > risen * best && training.end < training.then) {
    const facts = {
      bestEpoch,
      epochs,
      best,
      last,
      end,
      trainingThen: training.then,
      trainingEnd: training.end,
    };
    return [sentence('report.validationRises', facts)];
  }

  const at = losses.findIndex((loss) => loss <= nearlyBest * best);
  if (at + 1 > mostOfTheEpochs * epochs) return [];
  const reached = { epoch: at + 1, epochs, loss: losses[at] ?? NaN };
  return at + 1 === bestEpoch
    ? [sentence('report.bestEpoch', reached)]
    : [sentence('report.enoughEpochs', { ...reached, best, bestEpoch })];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
