/** What the noise in the splits does to every later comparison of them. */
import type { RunData } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { noiseMse } from './findings';

/** Less than this share shifts no loss that anybody would look at. */
const noDifference = 0.05;

/** Nothing where the splits are equally noisy, or nobody knows their noise. */
export function dataFindings(data: RunData): Sentence[] {
  const [training, validation] = [noiseMse(data, 'train'), noiseMse(data, 'validation')];
  if (training === undefined || validation === undefined || training === 0) return [];
  const ratio = validation / training;
  const percent = Math.round(100 * Math.abs(ratio - 1));
  const facts = { training, validation, percent };
  if (ratio < 1 - noDifference) return [sentence('report.validationQuieter', facts)];
  if (ratio > 1 + noDifference) return [sentence('report.validationNoisier', facts)];
  return [];
}
