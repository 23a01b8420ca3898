/**
 * What the tutorial's two models reach over many seeds of their weights, beside the spread known for them:
 * `npm run bench seeds`, or `npm run bench seeds -- 20` for the first 20 seeds. Two worker threads, about two minutes.
 */
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { builtinEngine } from '../src/core/nn/builtinEngine';
import { evaluateErrors } from '../src/core/nn/losses';
import { drawRunData, sampleSets } from '../src/core/project/runData';
import { sineProject } from '../src/core/project/sineProject';
import { trainingPlan } from '../src/core/project/trainingPlan';

interface SeedResult {
  readonly seed: number;
  readonly model: string;
  readonly mse: number;
  readonly mae: number;
}

/**
 * Over 100 other initialisations, the same arithmetic in C. Its share of escapes in model 1 is low by chance or by its
 * generator: NumPy in float32 has 25 in 200 from its own draws and 37 in 300 from Keras's initialiser, and Keras ends at
 * the same test MSE as the built-in engine, in all five digits, for seeds that escape (6, 9, 10) and that do not (1, 2).
 */
const known: Readonly<Record<string, readonly string[]>> = {
  model_1: ['0.0151 / 0.1584 / 0.1759', '96 of 100', '4 of 100', '0.31'],
  model_2: ['0.0102 / 0.0120 / 0.1722', '82 of 100', '5 of 100', '0.088'],
};

const threads = 2;

async function trainSeeds(seeds: readonly number[], done: (result: SeedResult) => void): Promise<void> {
  const { training, test, validation } = sampleSets(drawRunData(sineProject));
  for (const seed of seeds) {
    const plan = trainingPlan({ ...sineProject, training: { ...sineProject.training, seed } });
    for (const { model, initialWeights, options } of plan) {
      const { weights } = await builtinEngine.fit(model, initialWeights, training, validation, options);
      const outputs = await builtinEngine.predict(model, weights, test.inputs);
      done({ seed, model: model.name, ...evaluateErrors(outputs, test.targets) });
    }
  }
}

function inThread(seeds: readonly number[], done: (result: SeedResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: seeds });
    worker.on('message', done);
    worker.on('error', reject);
    worker.on('exit', () => {
      resolve();
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2;
}

function print(model: string, results: readonly SeedResult[]): void {
  const mse = results.map((result) => result.mse);
  const count = (holds: (value: number) => boolean): string =>
    `${String(mse.filter(holds).length)} of ${String(mse.length)}`;
  const spread = [Math.min(...mse), median(mse), Math.max(...mse)]
    .map((value) => value.toFixed(4))
    .join(' / ');
  const measured = [
    ['test MSE, best / median / worst', spread],
    model === 'model_1'
      ? ['test MSE from 0.157 to 0.176', count((value) => value >= 0.1565 && value < 0.1765)]
      : ['test MSE at most 0.015', count((value) => value <= 0.015)],
    model === 'model_1'
      ? ['test MSE below 0.05 (escaped)', count((value) => value < 0.05)]
      : ['test MSE above 0.05', count((value) => value > 0.05)],
    ['test MAE, median', median(results.map((result) => result.mae)).toFixed(4)],
  ];
  console.log(`\n${model.padEnd(34)}${'measured'.padEnd(28)}known`);
  measured.forEach(([label = '', value = ''], row) => {
    console.log(`${label.padEnd(34)}${value.padEnd(28)}${known[model]?.[row] ?? ''}`);
  });
}

if (isMainThread) {
  const seeds = Array.from({ length: Number(process.argv[2] ?? 100) }, (_, index) => index + 1);
  const results: SeedResult[] = [];
  await Promise.all(
    Array.from({ length: threads }, (_, thread) =>
      inThread(
        seeds.filter((_, index) => index % threads === thread),
        (result) => results.push(result),
      ),
    ),
  );
  results.sort((a, b) => a.seed - b.seed || a.model.localeCompare(b.model));
  for (const { seed, model, mse, mae } of results) {
    console.log(
      `seed ${String(seed).padStart(3)}  ${model}  test MSE ${mse.toFixed(5)}  test MAE ${mae.toFixed(5)}`,
    );
  }
  for (const { name } of sineProject.models)
    print(
      name,
      results.filter(({ model }) => model === name),
    );
} else {
  await trainSeeds(workerData as readonly number[], (result) => parentPort?.postMessage(result));
}
