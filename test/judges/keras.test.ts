import { expect, it } from 'vitest';
import { builtinEngine } from '../../src/core/nn/builtinEngine';
import type { FitOptions, History, OptimizerConfig, SampleSet } from '../../src/core/nn/engine';
import { initialWeights } from '../../src/core/nn/initializers';
import type { ModelDescription, ModelWeights } from '../../src/core/nn/model';
import { optimizerDefaults } from '../../src/core/nn/optimizers';
import { drawRunData, sampleSets } from '../../src/core/project/runData';
import { sineProject } from '../../src/core/project/sineProject';
import { askPython, describePython } from './python';

/** Both round to float32, at other places and in another order: what 20 epochs make of that. */
const relativeTolerance = 1e-4;
const epochs = 20;

const optimizers: OptimizerConfig[] = [
  ...Object.values(optimizerDefaults),
  { name: 'sgd', learningRate: 0.01, momentum: 0.9 },
];
const { training, validation } = sampleSets(drawRunData(sineProject));

interface Case {
  readonly model: ModelDescription;
  readonly weights: ModelWeights;
  readonly options: FitOptions;
}

/** The smaller model with the tutorial's optimiser, the larger with all. */
const cases: Case[] = sineProject.models.flatMap(({ name, layers }, size) =>
  (['mse', 'mae'] as const).flatMap((loss) =>
    optimizers.slice(0, size === 0 ? 1 : optimizers.length).map((optimizer, index) => {
      const model = { name, inputSize: 1, layers };
      // 600 samples in batches of 16 leave a last batch of 8: means must be weighted by size.
      const options = { epochs, batchSize: 16, optimizer, loss, shuffleSeed: 40 + index };
      return { model, weights: initialWeights(model, 7 + index), options };
    }),
  ),
);

function asJson({ samples, inputs, targets }: SampleSet): unknown {
  return { samples, inputs: [...inputs], targets: [...targets] };
}

describePython('the built-in engine against Keras', () => {
  it('has the same losses and errors in each of 20 epochs, for every optimiser and loss', async () => {
    const answers = askPython(
      'kerasTraining.py',
      cases.map(({ model, weights, options }) => ({
        ...model,
        ...options,
        weights: weights.map(({ kernel, bias }) => ({ kernel: [...kernel], bias: [...bias] })),
        training: asJson(training),
        validation: asJson(validation),
      })),
    ) as { history: History; predictions: number[] }[];
    expect(answers).toHaveLength(cases.length);

    let worst = 0;
    for (const [index, { model, weights, options }] of cases.entries()) {
      const { history, weights: trained } = await builtinEngine.fit(
        model,
        weights,
        training,
        validation,
        options,
      );
      const judged = answers[index];
      for (const metric of ['loss', 'mae', 'val_loss', 'val_mae'] as const) {
        expect(judged?.history[metric]).toHaveLength(epochs);
        history[metric].forEach((value, epoch) => {
          const theirs = judged?.history[metric][epoch] ?? NaN;
          const difference = Math.abs(value - theirs) / theirs;
          const where = `${model.name} ${options.loss} ${JSON.stringify(options.optimizer)} ${metric} ${String(epoch + 1)}`;
          expect(difference, where).toBeLessThan(relativeTolerance);
          worst = Math.max(worst, difference);
        });
      }
      const predictions = await builtinEngine.predict(model, trained, validation.inputs);
      predictions.forEach((value, sample) => {
        expect(Math.abs(value - (judged?.predictions[sample] ?? NaN))).toBeLessThan(1e-3);
      });
    }
    console.log(`Largest relative difference from Keras: ${worst.toExponential(1)}`);
  });
});
