// Runs, trained here and now by the built-in engine, as the host would show them.
import { readCsvSamples } from '../../../src/core/data/csvSamples';
import { builtinEngine } from '../../../src/core/nn/builtinEngine';
import { SnapshotKeeper } from '../../../src/core/nn/snapshotKeeper';
import { keptTraining, withTraining } from '../../../src/core/project/keptTraining';
import { sineProject } from '../../../src/core/project/sineProject';
import { trainProject } from '../../../src/jobs/trainProject';
export { en } from '../../../l10n/en/index';
export { zhCn } from '../../../l10n/zh-cn/index';
export { sentence } from '../../../l10n/sentences';
export { sineProject };

/** The built-in engine as the worker runs it, without a worker. */
const trainer = {
  async fit({ model, initialWeights, training, validation, options, fitInputs }) {
    const startedAt = performance.now();
    const keeper = new SnapshotKeeper(model, fitInputs, { epochs: options.epochs, spread: 0.7 });
    keeper.add(0, initialWeights);
    const fit = await builtinEngine.fit(model, initialWeights, training, validation, options, {
      onEpochEnd: ({ epoch }, weights) => keeper.add(epoch, weights),
    });
    const seconds = (performance.now() - startedAt) / 1000;
    return { ...fit, engine: 'builtin', snapshots: keeper.snapshots, seconds };
  },
  stop() {},
};

/**
 * @param {import('../../../src/core/project/project').Project} project
 * @param {import('../../../src/protocol/trainingPage').TrainingState | undefined} before the run before it, over the same data
 * @param {string | undefined} csv the file of the project's data, where it has one
 * @returns {Promise<import('../../../src/protocol/trainingPage').TrainingState>}
 */
export async function trainedState(project = sineProject, before = undefined, csv = undefined) {
  const startedAt = performance.now();
  const { data: source } = project;
  const names = { file: source.file, inputs: source.inputs, target: source.target };
  const table = csv && (await readCsvSamples([new TextEncoder().encode(csv)], names));
  const trained = await trainProject(project, { engine: 'builtin', trainer, watched: true, table });
  const { data, models, converted, device, files } = trained;
  const original = before?.original ?? project;
  const run = (before?.run ?? 0) + 1;
  return {
    phase: { name: 'finished', stopped: false },
    run,
    project: project.name,
    settings: project,
    original,
    ...(csv && { projectFile: 'heating/tinyml.json' }),
    runs: withTraining(before?.runs ?? [], keptTraining(run, original, project, trained)),
    engine: 'builtin',
    seed: project.training.seed,
    data,
    models,
    converted,
    device,
    files: {
      where: 'folder',
      folder: project.name,
      files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length })),
      kept: ['main.cc'],
    },
    seconds: (performance.now() - startedAt) / 1000,
  };
}
