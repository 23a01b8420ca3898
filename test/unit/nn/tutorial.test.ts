import { describe, expect, it } from 'vitest';
import { builtinEngine } from '../../../src/core/nn/builtinEngine';
import { evaluateErrors } from '../../../src/core/nn/losses';
import { parameterCount } from '../../../src/core/nn/model';
import { drawRunData, sampleSets } from '../../../src/core/project/runData';
import { sineProject } from '../../../src/core/project/sineProject';
import { trainingPlan } from '../../../src/core/project/trainingPlan';

/** What the tutorial itself reports as the ordinary outcome; the noise floor of MSE is 0.01. */
const ordinary = [
  { parameters: 49, low: 0.15, high: 0.18 },
  { parameters: 321, low: 0.01, high: 0.015 },
];

describe('the tutorial with its default seed', () => {
  it.each(ordinary.map((outcome, index) => ({ ...outcome, index })))(
    'model $index: $parameters parameters, test MSE from $low to $high',
    async ({ parameters, low, high, index }) => {
      const planned = trainingPlan(sineProject)[index];
      if (!planned) throw new Error('The tutorial has two models.');
      const { training, test, validation } = sampleSets(drawRunData(sineProject));
      expect([training.samples, test.samples, validation.samples]).toEqual([600, 200, 200]);
      expect(parameterCount(planned.model)).toBe(parameters);
      const { model, initialWeights, options } = planned;
      const { weights, history, bestEpoch } = await builtinEngine.fit(
        model,
        initialWeights,
        training,
        validation,
        options,
      );
      const { mse } = evaluateErrors(await builtinEngine.predict(model, weights, test.inputs), test.targets);
      expect(mse).toBeGreaterThanOrEqual(low);
      expect(mse).toBeLessThanOrEqual(high);
      expect(history.val_loss[bestEpoch - 1]).toBe(Math.min(...history.val_loss));
    },
  );
});
