/** The built-in engine without a worker around it. */
import { builtinEngine } from '../../../src/core/nn/builtinEngine';
import type { Trainer } from '../../../src/jobs/trainer';

export function directTrainer(): Trainer {
  let stopped = false;
  return {
    async fit({ model, initialWeights, training, validation, options }, onEpochs) {
      stopped = false;
      const result = await builtinEngine.fit(model, initialWeights, training, validation, options, {
        onEpochEnd: (log) => onEpochs([log]),
        shouldStop: () => stopped,
      });
      return { ...result, engine: 'builtin', seconds: Math.random() };
    },
    stop: () => (stopped = true),
  };
}
