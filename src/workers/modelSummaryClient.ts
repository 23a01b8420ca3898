/** One model as the extension host asks about it: a small file is answered at once, a large one by a worker of its own. */
import type {
  ComparedModels,
  ModelClientSide,
  ModelFile,
  ModelReading,
  ModelsToCompare,
} from '../protocol/modelWorker';
import { isAnsweredHere } from './answeredHere';
import { ModelSummaryService } from './modelSummaryService';
import { ModelWorker } from './modelWorker';

type Requests = ModelClientSide['requests'];
/** What is asked of a model that is open. */
type Questions = Omit<Requests, 'open' | 'compare'>;

export interface ModelClient {
  readonly reading: ModelReading;
  /** Rejects with a Problem when the worker died, for example for want of memory, or was disposed of. */
  ask<Name extends keyof Questions>(
    name: Name,
    params: Questions[Name]['params'],
  ): Promise<Questions[Name]['result']>;
  dispose(): void;
}

/**
 * Takes the bytes: those of a large file move to the worker and are gone here.
 *
 * @param scriptPath absolute path of the bundled `modelSummary.worker.js`
 * @throws Problem when the worker cannot start or dies
 */
export async function openModelClient(scriptPath: string, file: ModelFile): Promise<ModelClient> {
  return isAnsweredHere(file.bytes) ? openHere(file) : openInWorker(scriptPath, file);
}

/**
 * Takes the bytes of both files, as `openModelClient` does. Always in a worker: small files too can have so much in common
 * that comparing takes long.
 *
 * @throws Problem when the worker cannot start or dies
 */
export async function compareInBackground(
  scriptPath: string,
  models: ModelsToCompare,
): Promise<ComparedModels> {
  const worker = new ModelWorker(scriptPath);
  try {
    return await worker.ask('compare', models, [models.before, models.after]);
  } finally {
    worker.dispose();
  }
}

function openHere(file: ModelFile): ModelClient {
  const service = new ModelSummaryService();
  const reading = service.open(file);
  const answers: {
    [Name in keyof Questions]: (params: Questions[Name]['params']) => Questions[Name]['result'];
  } = {
    findings: (query) => service.findings(query),
    tensor: (query) => service.tensor(query),
    channelHistogram: (query) => service.channelHistogram(query),
    values: (query) => service.values(query),
    graph: (query) => service.graph(query),
    arraySource: (query) => service.arraySource(query),
    tensorFile: (query) => service.tensorFile(query),
  };
  return {
    reading,
    ask: (name, params) => new Promise((resolve) => resolve(answers[name](params))),
    dispose: () => undefined,
  };
}

async function openInWorker(scriptPath: string, file: ModelFile): Promise<ModelClient> {
  const worker = new ModelWorker(scriptPath);
  try {
    return {
      reading: await worker.ask('open', file, [file.bytes]),
      ask: (name, params) => worker.ask(name, params),
      dispose: () => worker.dispose(),
    };
  } catch (error) {
    worker.dispose();
    throw error;
  }
}
