/** One step with a trained model, in a worker that is there for as long as it takes. */
import { problem } from '../core/problem';
import type { StepClientSide, Steps, StepWorkerSide } from '../protocol/stepWorker';
import { WorkerChannel } from './workerChannel';

/**
 * @param scriptPath absolute path of the bundled `step.worker.js`
 * @throws Problem of the step, or where the worker cannot start or dies, for example for want of memory
 */
export async function stepInWorker<Name extends keyof Steps>(
  scriptPath: string,
  name: Name,
  params: Steps[Name]['params'],
): Promise<Steps[Name]['result']> {
  const worker = new WorkerChannel<StepClientSide, StepWorkerSide>(scriptPath, {
    handlers: {},
    failed: (reason) => problem('steps.workerFailed', { reason }),
    exited: (code) => problem('steps.workerEnded', { code }),
  });
  try {
    return await worker.request(name, params);
  } finally {
    await worker.terminate(problem('steps.workerEnded', { code: 0 }));
  }
}
