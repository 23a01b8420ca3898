/** Entry point of the worker that trains: the channel on one side, the service on the other. */
import { parentPort } from 'node:worker_threads';
import { Channel } from '../protocol/channel';
import type { TrainingClientSide, TrainingWorkerSide } from '../protocol/trainingWorker';
import { TrainingService } from './trainingService';

const port = parentPort;
if (!port) throw new Error('This file is the entry point of a worker thread.');

const service = new TrainingService((logs, newest) => {
  channel.send({ type: 'epochs', logs, ...(newest && { newest }) });
});
const channel = new Channel<TrainingWorkerSide, TrainingClientSide>(
  (envelope) => {
    port.postMessage(envelope);
  },
  () => {
    service.stop();
  },
  { fit: (request) => service.fit(request) },
);
port.on('message', (envelope) => {
  channel.receive(envelope);
});
