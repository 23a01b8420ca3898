/** What stays of a training when the next one begins: enough to compare the two, little enough to keep ten. */
import { fitMoment, momentAt } from '../nn/fitSnapshots';
import { modelOfRows } from '../nn/model';
import { floatModel } from '../quantize/floatModel';
import { writeModel } from '../tflite/write';
import type { Sentence } from '../../../l10n/sentences';
import { fitPoints } from './fitPoints';
import type { Project } from './project';
import { projectChanges } from './projectChanges';
import { mostKeptTrainings, type RunConverted, type RunData, type RunModel } from './run';

/** A line is drawn over a few hundred pixels. */
const mostLosses = 400;

export interface KeptTraining {
  /** Number of the run, as pages show it. */
  readonly run: number;
  readonly project: Project;
  /** Against the values that the playground began with; empty where it is those. */
  readonly changes: readonly Sentence[];
  /** Those that were trained. */
  readonly models: readonly KeptModel[];
}

export interface KeptModel {
  readonly name: string;
  readonly parameters: number;
  /** Of its float `.tflite`, written or not; unknown where it was not converted and is too large to write for its size alone. */
  readonly floatBytes?: number;
  /** Of its int8 `.tflite`; only of the model that was converted. */
  readonly int8Bytes?: number;
  readonly testMse: number;
  readonly seconds: number;
  /** What it said at the end: over the first input, or over the true values where a sample has several inputs. */
  readonly fit: { readonly x: Float32Array; readonly y: Float32Array };
  /** Validation losses, evenly thinned, with the epochs that they are of. */
  readonly losses: { readonly epochs: Float32Array; readonly validation: Float32Array };
}

/** What a training has given by its end. */
export interface EndedTraining {
  readonly data: RunData;
  readonly models: readonly RunModel[];
  readonly converted: readonly RunConverted[];
  /** Index of the model that `converted` was made of. */
  readonly convertedModel: number;
}

export function keptTraining(
  run: number,
  original: Project,
  project: Project,
  { data, models, converted, convertedModel }: EndedTraining,
): KeptTraining {
  return {
    run,
    project,
    changes: projectChanges(original, project),
    models: models.flatMap(
      (model, index) => keptModel(data, model, index === convertedModel ? converted : []) ?? [],
    ),
  };
}

/** The newest last; of one kind of data, since curves over different data cannot be compared. */
export function withTraining(kept: readonly KeptTraining[], added: KeptTraining): readonly KeptTraining[] {
  const kind = dataKind(added.project);
  return [...kept.filter(({ project }) => dataKind(project) === kind), added].slice(-mostKeptTrainings);
}

function dataKind({ data }: Project): string {
  return data.source === 'sine' ? data.source : JSON.stringify([data.file, data.inputs, data.target]);
}

function keptModel(
  data: RunData,
  model: RunModel,
  converted: readonly RunConverted[],
): KeptModel | undefined {
  const { name, parameters, history, snapshots, result } = model;
  if (!result || !snapshots) return undefined;
  const { inputs, targets } = fitPoints(data);
  const kept = result.stopped ? result.bestEpoch : history.loss.length;
  const { testMse, seconds } = result;
  const bytesOf = (wanted: RunConverted['kind']) => converted.find(({ kind }) => kind === wanted)?.bytes;
  const floatBytes = bytesOf('float') ?? writtenBytes(data, model);
  const int8Bytes = bytesOf('int8');
  return {
    name,
    parameters,
    ...(floatBytes !== undefined && { floatBytes }),
    ...(int8Bytes !== undefined && { int8Bytes }),
    testMse,
    seconds,
    fit: { x: targets ?? inputs, y: fitMoment(snapshots, momentAt(snapshots, kept)).outputs.slice() },
    losses: thinned(history.val_loss),
  };
}

/** As large as the file that would be made of it. */
function writtenBytes({ table }: RunData, { name, layers, result }: RunModel): number | undefined {
  if (!result?.weights) return undefined;
  const description = modelOfRows(name, table?.inputNames.length ?? 1, layers);
  return writeModel(floatModel(description, result.weights)).length;
}

function thinned(losses: readonly number[]): KeptModel['losses'] {
  const step = Math.max(1, Math.ceil(losses.length / mostLosses));
  const at = losses.map((_, index) => index).filter((index) => (losses.length - 1 - index) % step === 0);
  return {
    epochs: Float32Array.from(at, (index) => index + 1),
    validation: Float32Array.from(at, (index) => losses[index] ?? NaN),
  };
}
