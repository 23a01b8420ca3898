/**
 * The whole tutorial, start to end: data, models, what they predict, the converted files, firmware. The palette and the
 * terminal both run this, so what they make is the same, byte for byte: no file holds a time or a duration.
 */
import { builtinEngine } from '../core/nn/builtinEngine';
import { evaluateErrors } from '../core/nn/losses';
import { layerRows, parameterCount } from '../core/nn/model';
import type { Project } from '../core/project/project';
import { projectJson } from '../core/project/projectJson';
import type { DeviceCurve, RunConverted, RunData, RunModel, RunModelResult } from '../core/project/run';
import { drawRunData, sampleSets, type SampleSets } from '../core/project/runData';
import { trainingPlan, type PlannedModel } from '../core/project/trainingPlan';
import type { EngineName } from '../protocol/trainingWorker';
import { convertNetwork, type Network } from './convertNetwork';
import { historyCsv } from './historyCsv';
import type { Trainer, TrainingEvent } from './trainingEvents';

export interface TrainOptions {
  readonly engine: EngineName;
  readonly trainer: Trainer;
  readonly onEvent?: (event: TrainingEvent) => void;
  /** Aborted by Stop: the epoch under way ends, and what has been learned so far is converted. */
  readonly signal?: AbortSignal;
}

export interface TrainedProject {
  /** The engine that really ran. */
  readonly engine: EngineName;
  readonly data: RunData;
  /** Those that were trained have a `result`; after a stop the later ones have none. */
  readonly models: readonly RunModel[];
  readonly stopped: boolean;
  /** Index of the model that was converted: the last one, or after a stop the last that learned anything. */
  readonly convertedModel: number;
  readonly converted: readonly RunConverted[];
  readonly device: DeviceCurve;
  /** By path, relative to the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** @throws Problem when an engine cannot train (diverged, not installed) or a model cannot be converted */
export async function trainProject(project: Project, options: TrainOptions): Promise<TrainedProject> {
  const { trainer, onEvent = () => undefined, signal } = options;
  const plan = trainingPlan(project);
  const data = drawRunData(project);
  const sets = sampleSets(data);
  const models = plan.map(untrained);
  onEvent({ phase: 'data', data, models: [...models] });

  let network: Network | undefined;
  let engine = options.engine;
  let convertedModel = 0;
  const stop = (): void => trainer.stop();
  signal?.addEventListener('abort', stop);
  try {
    for (const [index, planned] of plan.entries()) {
      // A stop between two models: the first one must learn for at least one epoch, so that there is something to show.
      if (signal?.aborted === true && index > 0) break;
      onEvent({ phase: 'training', model: index });
      const trained = await trainModel(index, planned, sets, data, options);
      models[index] = trained.model;
      network = trained.network;
      engine = trained.engine;
      convertedModel = index;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  if (!network) throw new Error(`The project ${project.name} has no model.`);

  onEvent({ phase: 'converting' });
  const { converted, device, files } = await convertNetwork(project.name, network, sets, nextTurn);
  onEvent({ phase: 'converted', converted, device });
  return {
    engine,
    data,
    models,
    stopped: models.some(({ result }) => result === undefined || result.stopped),
    convertedModel,
    converted,
    device,
    files: new Map([...files, ...descriptions(project, models)]),
  };
}

function untrained({ model, options }: PlannedModel): RunModel {
  return {
    name: model.name,
    layers: layerRows(model),
    parameters: parameterCount(model),
    epochs: options.epochs,
    history: { loss: [], mae: [], val_loss: [], val_mae: [] },
  };
}

async function trainModel(
  index: number,
  planned: PlannedModel,
  sets: SampleSets,
  data: RunData,
  { engine, trainer, onEvent, signal }: TrainOptions,
): Promise<{ readonly model: RunModel; readonly network: Network; readonly engine: EngineName }> {
  const { model, initialWeights, options } = planned;
  const request = {
    engine,
    model,
    initialWeights,
    training: sets.training,
    validation: sets.validation,
    options,
  };
  const fitting = trainer.fit(request, (logs) => onEvent?.({ phase: 'epochs', model: index, logs }));
  if (signal?.aborted === true) trainer.stop();
  const reply = await fitting;
  const predictions = await builtinEngine.predict(model, reply.weights, data.x);
  const onTest = predictions.slice(data.trainEnd, data.testEnd);
  const { mse, mae } = evaluateErrors(onTest, sets.test.targets);
  const { seconds, stopped, bestEpoch } = reply;
  const result: RunModelResult = { seconds, stopped, bestEpoch, testMse: mse, testMae: mae, predictions };
  onEvent?.({ phase: 'trained', model: index, engine: reply.engine, result });
  return {
    model: { ...untrained(planned), history: reply.history, result },
    network: { description: model, weights: reply.weights },
    engine: reply.engine,
  };
}

function descriptions(project: Project, models: readonly RunModel[]): [string, Uint8Array][] {
  const encoder = new TextEncoder();
  const histories = models
    .filter(({ result }) => result !== undefined)
    .map(({ name, history }): [string, string] => [`${name}_history.csv`, historyCsv(history)]);
  const texts: [string, string][] = [...histories, ['tinyml.json', projectJson(project)]];
  return texts.map(([path, text]) => [path, encoder.encode(text)]);
}

/** Lets waiting messages be delivered. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
