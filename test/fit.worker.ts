/** Entry point of a worker thread that fits one network after the other, with the engines of the training worker. */
import { parentPort } from 'node:worker_threads';
import type { FitRequest } from '../src/jobs/trainer';
import { TrainingService } from '../src/workers/trainingService';

const service = new TrainingService();
parentPort?.on('message', (request: FitRequest) => {
  void service.fit(request, () => undefined).then((reply) => parentPort?.postMessage(reply));
});
