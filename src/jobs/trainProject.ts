/**
 * The whole tutorial, start to end: data, models, what they predict, the converted files, firmware. The palette and the
 * terminal both run this, so what they make is the same, byte for byte: no file holds a time or a duration.
 */
import { builtinEngine } from '../core/nn/builtinEngine';
import { evaluateErrors } from '../core/nn/losses';
import type { ModelDescription, ModelWeights } from '../core/nn/model';
import { neuronBends } from '../core/nn/neuronBends';
import {
  denormalizedHistory,
  denormalizedLog,
  denormalizedMoment,
  denormalizedSnapshots,
  foldNormalization,
  measureNormalization,
  normalized,
  normalizedInputs,
  type Normalization,
} from '../core/nn/normalization';
import { layerRows, parameterCount } from '../core/nn/model';
import { fitPoints } from '../core/project/fitPoints';
import type { DataSource, Project } from '../core/project/project';
import { projectJson } from '../core/project/projectJson';
import { mostShownParameters } from '../core/project/run';
import type { RunData, RunModel, RunModelResult } from '../core/project/run';
import { runInputs, type SampleSets } from '../core/project/runData';
import { trainingPlan, type PlannedModel } from '../core/project/trainingPlan';
import { reportFiles } from '../core/report/reportFiles';
import { languageFor } from '../../l10n/languages';
import {
  engineLabel,
  type TrainedProject,
  type TrainingEvent,
  type TrainRequest,
} from '../protocol/trainingWorker';
import { convertNetwork, type Network } from './convertNetwork';
import { explained } from './explained';
import { historyCsv } from './historyCsv';
import { projectData } from './projectData';
import type { FitReply, Trainer } from './trainer';

export interface TrainOptions extends Omit<TrainRequest, 'project'> {
  readonly trainer: Trainer;
  readonly onEvent?: (event: TrainingEvent) => void;
  /** Aborted by Stop: the epoch under way ends, and what has been learned so far is converted. */
  readonly signal?: AbortSignal;
}

/** @throws Problem when an engine cannot train (diverged, not installed) or a model cannot be converted */
export async function trainProject(project: Project, options: TrainOptions): Promise<TrainedProject> {
  const { trainer, onEvent = () => undefined, signal } = options;
  const plan = trainingPlan(project);
  const { data, sets, loop } = projectData({ ...options, project });
  const models = plan.map(untrained);
  onEvent({ phase: 'data', data, models: [...models] });

  let network: Network | undefined;
  let engine: RanEngine = { engine: options.engine };
  let convertedModel = 0;
  const stop = (): void => trainer.stop();
  signal?.addEventListener('abort', stop);
  try {
    for (const [index, planned] of plan.entries()) {
      // A stop between two models; the first one must learn for at least one epoch, so that there is something to show.
      await nextTurn();
      if (signal?.aborted === true && index > 0) break;
      onEvent({ phase: 'training', model: index });
      const trained = await trainModel(index, planned, sets, data, project.data, options);
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
  const { converted, device, files } = await explained(
    () => convertNetwork(project.name, network, sets, loop),
    project.data,
    options.table,
  );
  onEvent({ phase: 'converted', converted, device });
  const trained: TrainedProject = {
    ...engine,
    data,
    models,
    stopped: models.some(({ result }) => result === undefined || result.stopped),
    convertedModel,
    converted,
    device,
    files: new Map([...files, ...histories(models)]),
  };
  const reported = { ...trained, engine: engineLabel(trained.engine, trained.library) };
  const report = reportFiles(project, reported, languageFor(options.locale ?? 'en'));
  // Not among the results that the report lists: it is what they come from, and may stand there already.
  const description = encoded([['tinyml.json', projectJson(project)]]);
  return { ...trained, files: new Map([...trained.files, ...description, ...encoded(report)]) };
}

/** Without those that do not apply: there is no library to tell of, or nothing to notice. */
type RanEngine = Pick<TrainedProject, 'engine' | 'library' | 'notice'>;

function ranEngine({ engine, library, notice }: FitReply): RanEngine {
  return { engine, ...(library !== undefined && { library }), ...(notice && { notice }) };
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
  source: DataSource,
  { engine, tensorflowPath, trainer, onEvent, signal, table, watched = false }: TrainOptions,
): Promise<{ readonly model: RunModel; readonly network: Network; readonly engine: RanEngine }> {
  const { model, initialWeights, options } = planned;
  const scaling =
    source.source === 'csv' && source.normalize === 'standard'
      ? measureNormalization(model, sets.training)
      : undefined;
  const request = {
    engine,
    ...(tensorflowPath !== undefined && { tensorflowPath }),
    model,
    initialWeights,
    training: scaling ? normalized(sets.training, scaling) : sets.training,
    validation: scaling ? normalized(sets.validation, scaling) : sets.validation,
    options,
    ...(watched && { fitInputs: watchedInputs(data, scaling) }),
  };
  const fitting = trainer.fit(request, (trained, moment) => {
    const logs = scaling ? trained.map((log) => denormalizedLog(log, options.loss, scaling)) : trained;
    const newest = moment && scaling ? denormalizedMoment(model, moment, scaling) : moment;
    onEvent?.({ phase: 'epochs', model: index, logs, ...(newest && { newest }) });
  });
  if (signal?.aborted === true) trainer.stop();
  const fitted = await explained(() => fitting, source, table);
  const reply = scaling
    ? {
        ...fitted,
        weights: foldNormalization(fitted.weights, scaling),
        history: denormalizedHistory(fitted.history, options.loss, scaling),
        ...(fitted.snapshots && { snapshots: denormalizedSnapshots(model, fitted.snapshots, scaling) }),
      }
    : fitted;
  const snapshots = reply.snapshots && { snapshots: reply.snapshots };
  const predictions = await predictInSlices(model, reply.weights, runInputs(data));
  const onTest = predictions.slice(data.trainEnd, data.testEnd);
  const { mse, mae } = evaluateErrors(onTest, sets.test.targets);
  const { seconds, stopped, bestEpoch } = reply;
  const bends = neuronBends(model, reply.weights);
  const result: RunModelResult = {
    seconds,
    stopped,
    bestEpoch,
    testMse: mse,
    testMae: mae,
    predictions,
    ...(bends && { bends }),
    ...(parameterCount(model) <= mostShownParameters && { weights: reply.weights }),
  };
  const ran = ranEngine(reply);
  const { library } = ran;
  onEvent?.({
    phase: 'trained',
    model: index,
    engine: ran.engine,
    ...(library !== undefined && { library }),
    result,
    ...snapshots,
  });
  return {
    model: { ...untrained(planned), history: reply.history, ...snapshots, result },
    network: { description: model, weights: reply.weights },
    engine: ran,
  };
}

function histories(models: readonly RunModel[]): [string, Uint8Array][] {
  const trained = models.filter(({ result }) => result !== undefined);
  return encoded(trained.map(({ name, history }) => [`${name}_history.csv`, historyCsv(history)]));
}

function watchedInputs(data: RunData, scaling: Normalization | undefined): Float32Array {
  const { inputs } = fitPoints(data);
  return scaling ? normalizedInputs(inputs, scaling) : inputs;
}

function encoded(texts: Iterable<readonly [path: string, text: string]>): [string, Uint8Array][] {
  const encoder = new TextEncoder();
  return Array.from(texts, ([path, text]) => [path, encoder.encode(text)]);
}

const multiplicationsInASlice = 4_000_000;

/** What the neurons say to a million samples at once would take hundreds of megabytes. */
async function predictInSlices(
  model: ModelDescription,
  weights: ModelWeights,
  inputs: Float32Array,
): Promise<Float32Array> {
  const samples = inputs.length / model.inputSize;
  const samplesInASlice = Math.max(1, Math.floor(multiplicationsInASlice / parameterCount(model)));
  const predictions = new Float32Array(samples);
  for (let from = 0; from < samples; from += samplesInASlice) {
    const slice = inputs.subarray(from * model.inputSize, (from + samplesInASlice) * model.inputSize);
    predictions.set(await builtinEngine.predict(model, weights, slice), from);
  }
  return predictions;
}

/** Lets a waiting Stop be heard. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
