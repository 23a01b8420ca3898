// The tutorial's run, trained here and now by the built-in engine, as the host would show it.
import { SnapshotKeeper } from '../../../src/core/nn/snapshotKeeper';
import { fitPoints } from '../../../src/core/project/fitPoints';
import { keptTraining } from '../../../src/core/project/keptTraining';
import { builtinEngine } from '../../../src/core/nn/builtinEngine';
import { evaluateErrors } from '../../../src/core/nn/losses';
import { layerRows, parameterCount } from '../../../src/core/nn/model';
import { neuronBends } from '../../../src/core/nn/neuronBends';
import { drawRunData, sampleSets } from '../../../src/core/project/runData';
import { sineProject } from '../../../src/core/project/sineProject';
import { trainingPlan } from '../../../src/core/project/trainingPlan';
import { sineLoop } from '../../../src/core/firmware/programLoop';
import { convertNetwork } from '../../../src/jobs/convertNetwork';
export { en } from '../../../l10n/en/index';
export { zhCn } from '../../../l10n/zh-cn/index';
export { sentence } from '../../../l10n/sentences';

/** @returns {Promise<import('../../../src/protocol/trainingPage').TrainingState>} */
export async function trainedState() {
  const data = drawRunData(sineProject);
  const sets = sampleSets(data);
  const models = [];
  const startedAt = performance.now();
  let conversion;
  for (const { model, initialWeights, options } of trainingPlan(sineProject)) {
    const modelStartedAt = performance.now();
    const keeper = new SnapshotKeeper(model, fitPoints(data).inputs, { epochs: options.epochs, spread: 0.7 });
    keeper.add(0, initialWeights);
    const fit = await builtinEngine.fit(model, initialWeights, sets.training, sets.validation, options, {
      onEpochEnd: ({ epoch }, weights) => keeper.add(epoch, weights),
    });
    const predictions = await builtinEngine.predict(model, fit.weights, data.x);
    const { mse, mae } = evaluateErrors(predictions.subarray(data.trainEnd, data.testEnd), sets.test.targets);
    models.push({
      name: model.name,
      layers: layerRows(model),
      parameters: parameterCount(model),
      epochs: options.epochs,
      history: fit.history,
      snapshots: keeper.snapshots,
      result: {
        seconds: (performance.now() - modelStartedAt) / 1000,
        stopped: false,
        bestEpoch: fit.bestEpoch,
        testMse: mse,
        testMae: mae,
        predictions,
        bends: neuronBends(model, fit.weights),
        weights: fit.weights,
      },
    });
    const network = { description: model, weights: fit.weights };
    conversion = await convertNetwork(sineProject.name, network, sets, sineLoop, () => Promise.resolve());
  }
  const files = [...(conversion?.files ?? [])].map(([path, bytes]) => ({ path, bytes: bytes.length }));
  return {
    phase: { name: 'finished', stopped: false },
    run: 1,
    settings: sineProject,
    original: sineProject,
    runs: [keptTraining(1, sineProject, sineProject, data, models)],
    engine: 'builtin',
    seed: sineProject.training.seed,
    data,
    models,
    converted: conversion?.converted ?? [],
    ...(conversion && { device: conversion.device }),
    files: { where: 'folder', folder: 'sine_model', files, kept: ['main.cc'] },
    seconds: (performance.now() - startedAt) / 1000,
  };
}
