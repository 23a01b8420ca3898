/** Of a model that has not learned enough: did it get stuck, or did it have too little time? And where its neurons bend. */
import type { RunData, RunModel } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { highest, lowest } from './findings';

/** Fewer epochs have no halves to compare. */
const fewestEpochs = 10;
/** Gaining less than this share in the second half of the epochs is standing still. */
const standstill = 0.05;
/** More places than these nobody reads. */
const mostPlaces = 20;

export type Standing = 'few epochs' | 'still learning' | 'stuck';

export function standing({ history: { loss }, layers }: RunModel): {
  readonly standing: Standing;
  readonly said: Sentence;
} {
  const epochs = loss.length;
  if (epochs < fewestEpochs)
    return { standing: 'few epochs', said: sentence('report.fewEpochs', { epochs }) };
  const before = lowest(loss.slice(0, Math.floor(epochs / 2)));
  const after = Math.min(before, lowest(loss));
  const facts = { epochs, before, after };
  if (1 - after / before > standstill) {
    return { standing: 'still learning', said: sentence('report.stillLearning', facts) };
  }
  const canBend = layers.some(({ activation }) => activation === 'relu');
  return { standing: 'stuck', said: sentence(canBend ? 'report.stuck' : 'report.onlyLinear', facts) };
}

/** Where the first layer lets the curve turn; nothing for a model whose first layer has no bends. */
export function bendsInside({ x }: RunData, { layers, result }: RunModel): Sentence[] {
  const bends = result?.bends;
  if (!bends || bends.length === 0) return [];
  const [low, high] = [lowest(x), highest(x)];
  const inside = [...bends].filter((at) => at > low && at < high).sort((a, b) => a - b);
  const facts = { units: bends.length, low, high };
  if (inside.length === 0) return [sentence('report.bendsOutside', facts)];
  const shown = inside.slice(0, mostPlaces).map((at) => at.toFixed(decimalsWithin(low, high)));
  const places = [...shown, ...(inside.length > mostPlaces ? ['…'] : [])].join(', ');
  const said = { ...facts, inside: inside.length, places };
  const bendsLater = layers.slice(1).some(({ activation }) => activation === 'relu');
  return [bendsLater ? sentence('report.bendsFirst', said) : sentence('report.bendsInside', said)];
}

/** So many that a place is told to a thousandth of the way from `low` to `high`, or somewhat coarser: 2 from 0 to 2π. */
export function decimalsWithin(low: number, high: number): number {
  const decimals = 2 - Math.floor(Math.log10(high - low));
  return Math.min(100, Math.max(0, decimals));
}
