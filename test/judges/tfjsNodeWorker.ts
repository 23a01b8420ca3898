/**
 * A program of its own, so that it can be run by any Node: trains the cases with the real tfjs-node, in two worker
 * threads one after the other, and prints what came out. Arguments: the worker's bundle, the folder of tfjs-node, and how
 * many cases the first worker gets; the second gets one.
 */
import type { FitReply } from '../../src/jobs/trainer';
import { nativeCases, training, validation } from '../engineCases';
import { FitWorker } from '../fitWorker';

export interface TfjsNodeAnswer {
  readonly node: string;
  /** One list per worker; replies in the order of the cases. */
  readonly workers: readonly (readonly FitReply[])[];
}

async function main([script = '', tensorflowPath = '', count = '']: readonly string[]): Promise<void> {
  const workers: FitReply[][] = [];
  for (const cases of [nativeCases.slice(0, Number(count)), nativeCases.slice(0, 1)]) {
    const worker = new FitWorker(script);
    const replies: FitReply[] = [];
    for (const { model, weights: initialWeights, options } of cases) {
      const request = { tensorflowPath, model, initialWeights, training, validation, options };
      replies.push(await worker.fit({ engine: 'tensorflow', ...request }));
    }
    await worker.dispose();
    workers.push(replies);
  }
  const answer: TfjsNodeAnswer = { node: process.versions.node, workers };
  process.stdout.write(JSON.stringify(answer));
}

void main(process.argv.slice(2));
