/** Whether memory stays flat while somebody plays: 200 runs of the playground as the host holds them. `npm run bench playground`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { keptTraining, withTraining, type KeptTraining } from '../src/core/project/keptTraining';
import type { Project } from '../src/core/project/project';
import { sineProject } from '../src/core/project/sineProject';
import { LiveRun } from '../src/host/liveRun';
import { startTrainingWorker } from '../src/workers/trainingClient';
import { buildForNode } from '../test/nodeBundle';

const runs = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'playground-'));
const script = join(folder, 'training.worker.js');
await buildForNode('src/workers/training.worker.ts', script);

/** Short ones: what is kept of a run does not grow with its epochs. */
const project = (run: number): Project => ({
  ...sineProject,
  training: { ...sineProject.training, seed: run },
  models: sineProject.models.map((model) => ({ ...model, epochs: 200 })),
});
const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1);

let kept: readonly KeptTraining[] = [];
for (let run = 1; run <= runs; run++) {
  const settings = project(run);
  const live = LiveRun.start(run, 'builtin', settings);
  const worker = startTrainingWorker(script);
  const trained = await worker.train(
    { project: settings, engine: 'builtin', watched: true },
    { onEvent: (event) => live.apply(event) },
  );
  await worker.dispose();
  kept = withTraining(kept, keptTraining(run, sineProject, settings, trained));
  live.change({ models: trained.models, runs: kept });
  if (run % 20 !== 0 && run !== 1) continue;
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  console.log(
    `run ${run}: heap ${megabytes(heapUsed)} MB, outside the heap ${megabytes(external)} MB, resident ${megabytes(rss)} MB; ` +
      `the state as it is kept ${megabytes(serialize(live.state).length)} MB`,
  );
}
rmSync(folder, { recursive: true });
