/** What two engines are asked so that one judges the other: from the same weights, in the same batches. */
import type { FitOptions, OptimizerConfig } from '../src/core/nn/engine';
import { initialWeights } from '../src/core/nn/initializers';
import type { ModelDescription, ModelWeights } from '../src/core/nn/model';
import { optimizerDefaults } from '../src/core/nn/optimizers';
import { drawRunData, sampleSets } from '../src/core/project/runData';
import { sineProject } from '../src/core/project/sineProject';

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

/** Both losses; the smaller model with the tutorial's optimiser, the larger with all. 600 samples in batches of 16 leave a last batch of 8. */
export const agreementCases: readonly AgreementCase[] = sineProject.models.flatMap(({ name, layers }, size) =>
  (['mse', 'mae'] as const).flatMap((loss) =>
    optimizers.slice(0, size === 0 ? 1 : optimizers.length).map((optimizer, index) => {
      const model = { name, inputSize: 1, layers };
      const options = { epochs: comparedEpochs, batchSize: 16, optimizer, loss, shuffleSeed: 40 + index };
      const title = `${name}, ${loss}, ${JSON.stringify(optimizer)}`;
      return { title, model, weights: initialWeights(model, 7 + index), options };
    }),
  ),
);

/** Fewer for tfjs-node, which takes a second and more for each: every optimiser, both losses, on the larger model. */
export const nativeCases: readonly AgreementCase[] = agreementCases.filter(
  ({ model, options }) =>
    model.name === 'model_2' && (options.loss === 'mse' || options.optimizer.name === 'rmsprop'),
);
