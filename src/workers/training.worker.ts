/** Entry point of the worker that trains: the channel on one side, the job on the other. */
import { trainProject } from '../jobs/trainProject';
import type { TrainingClientSide, TrainingWorkerSide } from '../protocol/trainingWorker';
import { hostChannel } from './hostChannel';
import { TrainingService } from './trainingService';
import { yieldToWindow } from './yieldToWindow';

yieldToWindow();

const trainer = new TrainingService();
let stopRun = new AbortController();
const channel = hostChannel<TrainingWorkerSide, TrainingClientSide>(
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
  () => stopRun.abort(),
);
