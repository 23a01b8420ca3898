/** Entry point of the worker that takes one step with a trained model: its data may have a million rows. */
import { parentPort } from 'node:worker_threads';
import { comparePredictions } from '../jobs/comparePredictions';
import { exportProgram } from '../jobs/exportProgram';
import { quantizeFile } from '../jobs/quantizeFile';
import { runProgram } from '../jobs/runProgram';
import { Channel } from '../protocol/channel';
import type { StepClientSide, StepWorkerSide } from '../protocol/stepWorker';
import { yieldToWindow } from './yieldToWindow';

const port = parentPort;
if (!port) throw new Error('This file is the entry point of a worker thread.');

yieldToWindow();

const channel = new Channel<StepWorkerSide, StepClientSide>(
  (envelope) => {
    port.postMessage(envelope);
  },
  () => undefined,
  { quantize: quantizeFile, compare: comparePredictions, run: runProgram, exportProgram },
);
port.on('message', (envelope) => {
  channel.receive(envelope);
});
