/** Entry point of the worker that reads one large model and answers about it. */
import { parentPort } from 'node:worker_threads';
import { Channel } from '../protocol/channel';
import type { ModelClientSide, ModelWorkerSide } from '../protocol/modelWorker';
import { compareModelFiles } from './modelComparison';
import { ModelSummaryService } from './modelSummaryService';

const port = parentPort;
if (!port) throw new Error('This file is the entry point of a worker thread.');

const service = new ModelSummaryService();
const channel = new Channel<ModelWorkerSide, ModelClientSide>(
  (envelope) => {
    port.postMessage(envelope);
  },
  () => undefined,
  {
    open: (file) => service.open(file),
    findings: (query) => service.findings(query),
    compare: (models) => compareModelFiles(models),
    tensor: (query) => service.tensor(query),
    channelHistogram: (query) => service.channelHistogram(query),
    values: (query) => service.values(query),
    graph: (query) => service.graph(query),
    arraySource: (query) => service.arraySource(query),
    tensorFile: (query) => service.tensorFile(query),
  },
);
port.on('message', (envelope) => {
  channel.receive(envelope);
});
