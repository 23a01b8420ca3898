/** How long the tutorial's two trainings take with the built-in engine on one core: `npm run bench training`. */
import { builtinEngine } from '../src/core/nn/builtinEngine';
import { evaluateErrors } from '../src/core/nn/losses';
import { drawRunData, sampleSets } from '../src/core/project/runData';
import { sineProject } from '../src/core/project/sineProject';
import { trainingPlan } from '../src/core/project/trainingPlan';

const repeats = 5;
const { training, test, validation } = sampleSets(drawRunData(sineProject));

for (const { model, initialWeights, options } of trainingPlan(sineProject)) {
  const seconds: number[] = [];
  let errors = { mse: NaN, mae: NaN };
  for (let repeat = 0; repeat < repeats; repeat++) {
    const start = performance.now();
    const { weights } = await builtinEngine.fit(model, initialWeights, training, validation, options);
    seconds.push((performance.now() - start) / 1000);
    errors = evaluateErrors(await builtinEngine.predict(model, weights, test.inputs), test.targets);
  }
  const listed = seconds.map((value) => value.toFixed(3)).join(' ');
  console.log(`${model.name}  ${String(options.epochs)} epochs  seconds ${listed}`);
  console.log(`         test MSE ${errors.mse.toFixed(5)}  test MAE ${errors.mae.toFixed(5)}`);
}
