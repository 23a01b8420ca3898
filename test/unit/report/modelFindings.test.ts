import { describe, expect, it } from 'vitest';
import { convertedFindings } from '../../../src/core/report/convertedFindings';
import { dataFindings } from '../../../src/core/report/dataFindings';
import { modelFindings } from '../../../src/core/report/modelFindings';
import type { TrainedProject } from '../../../src/jobs/trainProject';
import type { Sentence } from '../../../l10n/sentences';
import { kinds, train } from './runs';
import { holds } from './truth';

/** Everything that stands beside a chart. */
function saidOf({ data, models, converted }: TrainedProject): readonly Sentence[] {
  const { loss, lossLater, fit, tested } = modelFindings(data, models[0]!);
  return [
    ...loss,
    ...lossLater,
    ...fit,
    ...tested,
    ...dataFindings(data),
    ...convertedFindings(data, converted),
  ];
}

describe('what a run says beside its charts', () => {
  const seen = new Set<string>();

  it.each(Object.keys(kinds))('is true of the run: %s', async (name) => {
    const trained = await train(kinds[name]!);
    const said = saidOf(trained);
    // A verdict, the units of the errors, and three on the files, whatever was trained.
    expect(said.length).toBeGreaterThanOrEqual(5);
    for (const one of said) {
      holds(one, trained);
      seen.add(one.id);
    }
  });

  it('had every sentence among these runs', () => {
    expect([...seen].sort()).toEqual([
      'report.bendsInside',
      'report.bendsOutside',
      'report.enoughEpochs',
      'report.fewEpochs',
      'report.int8Better',
      'report.int8Costs',
      'report.int8NotSmaller',
      'report.int8Same',
      'report.int8Smaller',
      'report.int8Worse',
      'report.quantizedDiffers',
      'report.quantizedSame',
      'report.stillLearning',
      'report.stuck',
      'report.units',
      'report.validationBelow',
      'report.validationNoisier',
      'report.validationQuieter',
      'report.validationRises',
      'training.verdict.closeToNoise',
      'training.verdict.learnedNothing',
      'training.verdict.nearNoise',
      'training.verdict.noNoise',
      'training.verdict.overfits',
      'training.verdict.overfitsPlain',
      'training.verdict.plain',
      'training.verdict.underfits',
    ]);
  });

  it('says nothing of a model that was not trained', async () => {
    const { data, models } = await train(kinds['one epoch']!);
    const { name, layers, parameters, epochs, history } = models[0]!;
    const untrained = { name, layers, parameters, epochs, history };
    expect(Object.values(modelFindings(data, untrained)).flat()).toEqual([]);
  });
});
