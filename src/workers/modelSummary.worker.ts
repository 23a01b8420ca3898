/** Entry point of the worker that reads one large model and answers about it. */
import type { ModelClientSide, ModelWorkerSide } from '../protocol/modelWorker';
import { hostChannel } from './hostChannel';
import { compareModelFiles } from './modelComparison';
import { ModelSummaryService } from './modelSummaryService';

const service = new ModelSummaryService();
hostChannel<ModelWorkerSide, ModelClientSide>({
  open: (file) => service.open(file),
  findings: (query) => service.findings(query),
  compare: (models) => compareModelFiles(models),
  tensor: (query) => service.tensor(query),
  channelHistogram: (query) => service.channelHistogram(query),
  values: (query) => service.values(query),
  graph: (query) => service.graph(query),
  arraySource: (query) => service.arraySource(query),
  tensorFile: (query) => service.tensorFile(query),
});
