/** Entry point of the worker that lays out graphs. */
import type { GraphLayoutClientSide, GraphLayoutWorkerSide } from '../protocol/graphLayout';
import { hostChannel } from './hostChannel';
import { layOutGraph } from './layOutGraph';

hostChannel<GraphLayoutWorkerSide, GraphLayoutClientSide>({ layOut: layOutGraph });
