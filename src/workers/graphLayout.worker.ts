/** Entry point of the worker that lays out graphs. */
import { parentPort } from 'node:worker_threads';
import { Channel } from '../protocol/channel';
import type { GraphLayoutClientSide, GraphLayoutWorkerSide } from '../protocol/graphLayout';
import { layOutGraph } from './layOutGraph';

const port = parentPort;
if (!port) throw new Error('This file is the entry point of a worker thread.');

const channel = new Channel<GraphLayoutWorkerSide, GraphLayoutClientSide>(
  (envelope) => {
    port.postMessage(envelope);
  },
  () => undefined,
  { layOut: (graph) => layOutGraph(graph) },
);
port.on('message', (envelope) => {
  channel.receive(envelope);
});
