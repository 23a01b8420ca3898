import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestDisagreement } from '../engineAgreement';
import { nativeCases } from '../engineCases';
import type { TfjsNodeAnswer } from './tfjsNodeWorker';
import { buildForNode } from '../nodeBundle';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tfjsNode = join(root, '.cache', 'tfjs-node-4.22.0');
const node24 = join(root, '.cache', 'node-24', 'node_modules', 'node', 'bin', 'node');
const folder = mkdtempSync(join(tmpdir(), 'tfjs-node-'));
const worker = join(folder, 'fit.worker.js');
const program = join(folder, 'tfjsNodeWorker.js');

/** The stamp is written last: without it, an installation was interrupted. */
function isInstalled(): boolean {
  const present = existsSync(join(tfjsNode, 'installed.stamp')) && existsSync(node24);
  if (present) return true;
  if (process.env.CI === 'true') {
    throw new Error('tfjs-node or Node 24 is not installed: run node scripts/install/tfjsNode.mjs');
  }
  console.log('Skipped: the real tfjs-node as a judge. `npm test -- --all` builds it, on Linux.');
  return false;
}

beforeAll(async () => {
  await buildForNode('test/fit.worker.ts', worker);
  await buildForNode('test/judges/tfjsNodeWorker.ts', program);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.skipIf(!isInstalled())('the TensorFlow engine, with the real tfjs-node in a worker', () => {
  it.each([
    ['this Node', process.execPath],
    ['Node 24', node24],
  ])('has the losses of the built-in engine, also in a second worker, on %s', async (name, node) => {
    const cases = nativeCases.length;
    const answer = JSON.parse(
      execFileSync(node, [program, worker, tfjsNode, String(cases)], {
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
        timeout: 120_000,
        env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as TfjsNodeAnswer;
    if (name === 'Node 24') expect(answer.node).toMatch(/^24\./);
    expect(answer.workers.map((replies) => replies.length)).toEqual([cases, 1]);
    let largest = 0;
    for (const replies of answer.workers) {
      for (const [index, reply] of replies.entries()) {
        expect(reply).toMatchObject({ engine: 'tensorflow', library: 'tfjs-node 4.22.0' });
        expect(reply.notice).toBeUndefined();
        largest = Math.max(largest, await largestDisagreement(reply.history, nativeCases[index]!));
      }
    }
    console.log(
      `Largest relative difference from tfjs-node on Node ${answer.node}: ${largest.toExponential(1)}`,
    );
  });
});
