/**
 * What opening a model costs: `npm run bench inspector [-- FILE.tflite …]`, by default the largest public models beside the
 * project. First the host's share (verify, read, all first views), then, in headless Chromium, both together by one clock,
 * and the page's alone: the first picture of a 4 MB model, and the table and the graph of a generated one with 3000 operators.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { verifyModel } from '../src/core/tflite/verify/verifyModel';
import { ModelSummaryService } from '../src/workers/modelSummaryService';

const repeats = 15;
const publicModels = '../shared/models';
const usual = ['mobilenet_v2_quantized_1x3x224x224', 'person_detect', 'hello_world_int8'];
const chosen = process.argv.slice(2);
const files = chosen.length > 0 ? chosen : usual.map((name) => `${publicModels}/${name}.tflite`);

for (const file of files.filter((path) => existsSync(path))) {
  const bytes = new Uint8Array(readFileSync(file));
  const fileName = basename(file);
  const verifyMs = medianMs(() => verifyModel(bytes));
  const openMs = medianMs(() => new ModelSummaryService().open({ bytes, fileName }));
  const megabytes = statSync(file).size / 1e6;
  console.log(
    `${fileName.padEnd(44)} ${megabytes.toFixed(2)} MB  verify ${verifyMs.toFixed(2)} ms  ` +
      `verify + summary ${openMs.toFixed(1)} ms, ${((megabytes / openMs) * 1000).toFixed(0)} MB/s`,
  );
}
for (const part of ['time-open', 'time-mobilenet', 'time-long']) {
  const { status } = spawnSync(process.execPath, ['test/e2e/pages/inspectorHarness.mjs', part], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}

function medianMs(work: () => unknown): number {
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[repeats >> 1]!;
}
