/**
 * The engines beside each other, on the tutorial's two models, as ratios within one run: `npm run bench engines [epochs]`.
 * tfjs-node takes part where TINYML_TENSORFLOW_PATH names its folder, or where the tests have built it. Each engine has a
 * worker of its own, as in the editor: two copies of TensorFlow.js in one thread share their backend.
 */
import { join } from 'node:path';
import { drawRunData, sampleSets } from '../src/core/project/runData';
import { sineProject } from '../src/core/project/sineProject';
import { trainingPlan } from '../src/core/project/trainingPlan';
import type { FitRequest } from '../src/jobs/trainer';
import { FitWorker } from '../test/fitWorker';
import { buildForNode } from '../test/nodeBundle';
import { buildTfjsBundle } from '../test/tfjsBundle';

/** Enough to be timed; the tutorial's own are 1000 and 600. */
const epochs = Number(process.argv[2] ?? 50);
const repeats = 3;

const workers = join(process.cwd(), 'dist', 'bench', 'workers');
const script = join(workers, 'fit.worker.js');
await buildTfjsBundle(join(workers, 'tfjs.js'));
await buildForNode('test/fit.worker.ts', script);

type Chosen = Pick<FitRequest, 'engine' | 'tensorflowPath'>;
const tensorflowPath =
  process.env.TINYML_TENSORFLOW_PATH ?? join(process.cwd(), '.cache', 'tfjs-node-4.22.0');
const choices: readonly Chosen[] = [
  { engine: 'builtin' },
  { engine: 'tensorflow' },
  { engine: 'tensorflow', tensorflowPath },
];
const { training, validation } = sampleSets(drawRunData(sineProject));

for (const { model, initialWeights, options } of trainingPlan(sineProject)) {
  console.log(`${model.name}, ${String(epochs)} epochs, best of ${String(repeats)}`);
  let builtinSeconds = NaN;
  for (const chosen of choices) {
    const asked = { model, initialWeights, training, validation, options: { ...options, epochs } };
    const worker = new FitWorker(script);
    const { name, seconds } = await bestOf(worker, { ...chosen, ...asked });
    await worker.dispose();
    if (chosen.engine === 'builtin') builtinSeconds = seconds;
    const ratio = (seconds / builtinSeconds).toFixed(1).padStart(6);
    console.log(`  ${name.padEnd(18)} ${seconds.toFixed(3).padStart(8)} s  ${ratio} × builtin`);
  }
}

async function bestOf(worker: FitWorker, request: FitRequest): Promise<{ name: string; seconds: number }> {
  // Once without the clock: code is compiled, and libraries are loaded and start their threads.
  const { library } = await worker.fit(request);
  let seconds = Infinity;
  for (let repeat = 0; repeat < repeats; repeat++) {
    seconds = Math.min(seconds, (await worker.fit(request)).seconds);
  }
  const isMissing = request.tensorflowPath !== undefined && library?.startsWith('tfjs-node') !== true;
  return { name: isMissing ? 'tfjs-node is absent' : (library ?? request.engine), seconds };
}
