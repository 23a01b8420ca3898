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

export function standing({ history: { loss } }: RunModel): {
  readonly standing: Standing;
  readonly said: Sentence;
} {
  const epochs = loss.length;
  if (epochs < fewestEpochs)
    return { standing: 'few epochs', said: sentence('report.fewEpochs', { epochs }) };
  const before = lowest(loss.slice(0, Math.floor(epochs / 2)));
  const after = Math.min(before, lowest(loss));
  const facts = { epochs, before, after };
  return 1 - after / before > standstill
    ? { standing: 'still learning', said: sentence('report.stillLearning', facts) }
    : { standing: 'stuck', said: sentence('report.stuck', facts) };
}

/** Where the curve can turn at all; nothing for a model whose first layer has no bends. */
export function bendsInside({ x }: RunData, bends: Float32Array | undefined): Sentence[] {
  if (!bends || bends.length === 0) return [];
  const [low, high] = [lowest(x), highest(x)];
  const inside = [...bends].filter((at) => at > low && at < high).sort((a, b) => a - b);
  const facts = { units: bends.length, low, high };
  if (inside.length === 0) return [sentence('report.bendsOutside', facts)];
  const shown = inside.slice(0, mostPlaces).map((at) => at.toFixed(2));
  const places = [...shown, ...(inside.length > mostPlaces ? ['…'] : [])].join(', ');
  return [sentence('report.bendsInside', { ...facts, inside: inside.length, places })];
}
