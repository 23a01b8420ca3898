import { describe, expect, it } from 'vitest';
import { convertedFindings } from '../../../src/core/report/convertedFindings';
import { dataFindings } from '../../../src/core/report/dataFindings';
import { modelFindings } from '../../../src/core/report/modelFindings';
import type { TrainedProject } from '../../../src/protocol/trainingWorker';
import type { Sentence } from '../../../l10n/sentences';
import { kinds, train } from './runs';
import { holds } from './truth';

/** Everything that stands beside a chart. */
function saidOf({ data, models, converted }: TrainedProject): readonly Sentence[] {
  const { verdict, loss, lossLater, bends, tested } = modelFindings(data, models[0]!, models);
  return [
    ...verdict,
    ...loss,
    ...lossLater,
    ...bends,
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
      'report.bendsFirst',
      'report.bendsInside',
      'report.bendsOutside',
      'report.bestEpoch',
      'report.enoughEpochs',
      'report.fewEpochs',
      'report.fewValidate',
      'report.int8Better',
      'report.int8Costs',
      'report.int8CostsMuch',
      'report.int8NotSmaller',
      'report.int8Same',
      'report.int8Smaller',
      'report.int8Worse',
      'report.onlyLinear',
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

  it('finds that another model does better, where nobody knows the noise', async () => {
    const small = await train({ ...kinds['a file: a curve']!, neurons: [1] });
    const large = await train(kinds['a file: a curve']!);
    const [first, second] = [small.models[0]!, { ...large.models[0]!, name: 'large' }];
    const { y, testEnd } = small.data;
    const errorOf = ({ result }: typeof first): number => {
      const squares = [...y.slice(testEnd)].map(
        (value, at) => (value - result!.predictions[testEnd + at]!) ** 2,
      );
      return squares.reduce((sum, square) => sum + square) / squares.length;
    };
    const said = (model: typeof first) =>
      modelFindings(small.data, model, [first, second]).verdict.filter(
        ({ id }) => id === 'report.betterModel',
      );
    expect(errorOf(second)).toBeLessThan(errorOf(first) / 1.5);
    expect(said(second)).toEqual([]);
    const [{ args }] = said(first) as [Sentence];
    expect(args.name).toBe('large');
    expect(args.error).toBeCloseTo(errorOf(second), 9);
    expect(Math.abs(Number(args.times) - errorOf(first) / errorOf(second))).toBeLessThanOrEqual(0.0501);
  });

  it('says nothing of a model that was not trained', async () => {
    const { data, models } = await train(kinds['one epoch']!);
    const { name, layers, parameters, epochs, history } = models[0]!;
    const untrained = { name, layers, parameters, epochs, history };
    expect(Object.values(modelFindings(data, untrained, [untrained])).flat()).toEqual([]);
  });
});
