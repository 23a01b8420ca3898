/** What a run says about one of its models, beside the chart that shows it; each sentence computed from this very run. */
import type { RunData, RunModel } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { epochsNeeded } from './epochsNeeded';
import { errorMse, highest, lowest, noiseMse, partRange } from './findings';
import { bendsInside, standing } from './standing';
import { hasLittle, judge } from './verdict';

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
/** With fewer samples, a mean of squares is off by a quarter as often as not. */
const fewSamples = 30;

/**
 * Nothing for a model that was not trained.
 *
 * @param models all of the run: where nobody knows the noise, they show what the data allows
 */
export function modelFindings(data: RunData, model: RunModel, models: readonly RunModel[]): ModelFindings {
  const { result } = model;
  if (!result) return { verdict: [], loss: [], lossLater: [], bends: [], tested: [] };
  const judged = judge(data, result.predictions);
  const little = hasLittle(judged);
  const where = standing(model);
  const isFloorKnown = (noiseMse(data, 'train') ?? 0) > 0;
  return {
    verdict: [
      judged.said,
      ...fewValidate(data),
      ...(isFloorKnown ? [] : betterModel(data, result.predictions, models)),
    ],
    loss: lossFindings(model, little || judged.verdict === 'noise unknown', little),
    lossLater: validationBelow(data, result.predictions),
    bends: little && where.standing !== 'few epochs' ? bendsInside(data, model) : [],
    tested: errorUnits(data, result),
  };
}

/** Whether more epochs may help is said once: by the validation loss, where that has something to say. */
function lossFindings(model: RunModel, mayLearnMore: boolean, isLittle: boolean): Sentence[] {
  const needed = epochsNeeded(model);
  const { standing: stands, said } = standing(model);
  const isSaid = stands === 'still learning' ? mayLearnMore && needed.length === 0 : isLittle;
  return [...(isSaid ? [said] : []), ...needed];
}

function fewValidate({ x, testEnd }: RunData): Sentence[] {
  const count = x.length - testEnd;
  return count < fewSamples ? [sentence('report.fewValidate', { count })] : [];
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
  // Where validation is not the quieter one, its noise explains nothing.
  if (validationNoise >= trainingNoise) return [];
  return [sentence('report.validationBelow', { training, validation, trainingNoise, validationNoise })];
}

function errorUnits(data: RunData, { testMse, testMae }: NonNullable<RunModel['result']>): Sentence[] {
  const y = data.y.subarray(...partRange(data, 'test'));
  const facts = { mse: testMse, mae: testMae, root: Math.sqrt(testMse), y: data.table?.targetName ?? 'y' };
  return [sentence('report.units', { ...facts, low: lowest(y), high: highest(y) })];
}
