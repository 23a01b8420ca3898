/** What a run says about one of its models, beside the chart that shows it; each sentence computed from this very run. */
import type { RunData, RunModel } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { epochsNeeded } from './epochsNeeded';
import { errorMse, highest, lowest, noiseMse, partRange } from './findings';
import { bendsInside, standing } from './standing';
import { judge } from './verdict';

export interface ModelFindings {
  /** How good it has become: beside the fit, or where there is none, above the losses. */
  readonly verdict: readonly Sentence[];
  /** Losses from the first epoch on: stuck or still learning, and how many epochs were worth it. */
  readonly loss: readonly Sentence[];
  /** Losses without the first epochs, where training and validation can be told apart. */
  readonly lossLater: readonly Sentence[];
  /** Where the curve over the training data can turn at all. */
  readonly bends: readonly Sentence[];
  /** Predictions for the test split. */
  readonly tested: readonly Sentence[];
}

/** A validation error this many times smaller is no chance. */
const muchBetter = 1.5;

/**
 * Nothing for a model that was not trained.
 *
 * @param models all of the run: where nobody knows the noise, they show what the data allows
 */
export function modelFindings(data: RunData, model: RunModel, models: readonly RunModel[]): ModelFindings {
  const { result } = model;
  if (!result) return { verdict: [], loss: [], lossLater: [], bends: [], tested: [] };
  const { verdict, said } = judge(data, result.predictions);
  const hasLittle = verdict === 'underfits' || verdict === 'learned nothing';
  const where = standing(model);
  const isLearning = where.standing === 'still learning' && verdict === 'noise unknown';
  return {
    verdict: [said, ...(verdict === 'noise unknown' ? betterModel(data, result.predictions, models) : [])],
    loss: [...(hasLittle || isLearning ? [where.said] : []), ...epochsNeeded(model)],
    lossLater: validationBelow(data, result.predictions),
    bends: hasLittle && where.standing !== 'few epochs' ? bendsInside(data, result.bends) : [],
    tested: errorUnits(data, result),
  };
}

function betterModel(data: RunData, predictions: Float32Array, models: readonly RunModel[]): Sentence[] {
  const own = errorMse(data, predictions, 'validation');
  const errors = models.flatMap(({ name, result }) =>
    result ? [{ name, error: errorMse(data, result.predictions, 'validation') }] : [],
  );
  const best = errors.reduce((a, b) => (b.error < a.error ? b : a), { name: '', error: own });
  if (own <= muchBetter * best.error) return [];
  const times = Math.round((10 * own) / best.error) / 10;
  return [sentence('report.betterModel', { name: best.name, error: best.error, times })];
}

/** The tutorial takes this for a proof; whose noise is smaller says more. */
function validationBelow(data: RunData, predictions: Float32Array): Sentence[] {
  const training = errorMse(data, predictions, 'train');
  const validation = errorMse(data, predictions, 'validation');
  const [trainingNoise, validationNoise] = [noiseMse(data, 'train'), noiseMse(data, 'validation')];
  if (validation >= training || trainingNoise === undefined || validationNoise === undefined) return [];
  // Without noise there is none that could differ.
  if (trainingNoise === 0) return [];
  return [sentence('report.validationBelow', { training, validation, trainingNoise, validationNoise })];
}

function errorUnits(data: RunData, { testMse, testMae }: NonNullable<RunModel['result']>): Sentence[] {
  const y = data.y.subarray(...partRange(data, 'test'));
  const facts = { mse: testMse, mae: testMae, root: Math.sqrt(testMse), y: data.table?.targetName ?? 'y' };
  return [sentence('report.units', { ...facts, low: lowest(y), high: highest(y) })];
}
