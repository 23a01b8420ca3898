/** Entry point of the worker that trains: the channel on one side, the job on the other. */
import { parentPort } from 'node:worker_threads';
import { trainProject } from '../jobs/trainProject';
import { Channel } from '../protocol/channel';
import type { TrainingClientSide, TrainingWorkerSide } from '../protocol/trainingWorker';
import { TrainingService } from './trainingService';
import { yieldToWindow } from './yieldToWindow';

const port = parentPort;
if (!port) throw new Error('This file is the entry point of a worker thread.');

yieldToWindow();

const trainer = new TrainingService();
let stopRun = new AbortController();
const channel = new Channel<TrainingWorkerSide, TrainingClientSide>(
  (envelope) => {
    port.postMessage(envelope);
  },
  () => {
    stopRun.abort();
  },
  {
    train: ({ project, ...request }) => {
      stopRun = new AbortController();
      return trainProject(project, {
        ...request,
        trainer,
        signal: stopRun.signal,
        onEvent: (progress) => channel.send({ type: 'progress', progress }),
      });
    },
  },
);
port.on('message', (envelope) => {
  channel.receive(envelope);
});
