/** What two engines are asked so that one judges the other: from the same weights, in the same batches. */
import { expect } from 'vitest';
import { builtinEngine } from '../src/core/nn/builtinEngine';
import type { Engine, FitOptions, OptimizerConfig } from '../src/core/nn/engine';
import { initialWeights } from '../src/core/nn/initializers';
import type { ModelDescription, ModelWeights } from '../src/core/nn/model';
import { optimizerDefaults } from '../src/core/nn/optimizers';
import { drawRunData, sampleSets } from '../src/core/project/runData';
import { sineProject } from '../src/core/project/sineProject';

/** Engines round to float32 at other places and in another order: what 20 epochs may make of that. */
export const relativeTolerance = 1e-4;
export const comparedEpochs = 20;

export const { training, validation } = sampleSets(drawRunData(sineProject));

export interface AgreementCase {
  readonly title: string;
  readonly model: ModelDescription;
  readonly weights: ModelWeights;
  readonly options: FitOptions;
}

const optimizers: readonly OptimizerConfig[] = [
  ...Object.values(optimizerDefaults),
  { name: 'sgd', learningRate: 0.01, momentum: 0.9 },
];

/** Both models of the tutorial, every optimiser, both losses. 600 samples in batches of 16 leave a last batch of 8. */
export const agreementCases: readonly AgreementCase[] = sineProject.models.flatMap(({ name, layers }) =>
  (['mse', 'mae'] as const).flatMap((loss) =>
    optimizers.map((optimizer, index) => {
      const model = { name, inputSize: 1, layers };
      const options = { epochs: comparedEpochs, batchSize: 16, optimizer, loss, shuffleSeed: 40 + index };
      const title = `${name}, ${loss}, ${JSON.stringify(optimizer)}`;
      return { title, model, weights: initialWeights(model, 7 + index), options };
    }),
  ),
);

type Fit = (
  ...args: Parameters<Engine['fit']>
) => Promise<Pick<Awaited<ReturnType<Engine['fit']>>, 'history'>>;

/** Trains with both, expects every figure of every epoch to agree, and returns the largest relative difference. */
export async function largestDisagreement(
  fit: Fit,
  { model, weights, options }: AgreementCase,
): Promise<number> {
  const expected = await builtinEngine.fit(model, weights, training, validation, options);
  const { history } = await fit(model, weights, training, validation, options);
  let largest = 0;
  for (const metric of ['loss', 'mae', 'val_loss', 'val_mae'] as const) {
    expect(history[metric]).toHaveLength(options.epochs);
    history[metric].forEach((value, epoch) => {
      const wanted = expected.history[metric][epoch] ?? NaN;
      const difference = Math.abs(value - wanted) / wanted;
      expect(difference, `${metric} of epoch ${String(epoch + 1)}`).toBeLessThan(relativeTolerance);
      largest = Math.max(largest, difference);
    });
  }
  return largest;
}
