/** What stays of a training when the next one begins: enough to compare the two, little enough to keep ten. */
import { fitMoment, momentAt } from '../nn/fitSnapshots';
import type { Sentence } from '../../../l10n/sentences';
import { fitPoints } from './fitPoints';
import type { Project } from './project';
import { projectChanges } from './projectChanges';
import type { RunData, RunModel } from './run';

export const mostKeptTrainings = 10;
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
  readonly testMse: number;
  readonly seconds: number;
  /** What it said at the end: over the first input, or over the true values where a sample has several inputs. */
  readonly fit: { readonly x: Float32Array; readonly y: Float32Array };
  /** Validation losses, evenly thinned, with the epochs that they are of. */
  readonly losses: { readonly epochs: Float32Array; readonly validation: Float32Array };
}

export function keptTraining(
  run: number,
  original: Project,
  project: Project,
  data: RunData,
  models: readonly RunModel[],
): KeptTraining {
  return {
    run,
    project,
    changes: projectChanges(original, project),
    models: models.flatMap((model) => keptModel(data, model) ?? []),
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

function keptModel(data: RunData, model: RunModel): KeptModel | undefined {
  const { name, parameters, history, snapshots, result } = model;
  if (!result || !snapshots) return undefined;
  const { inputs, targets } = fitPoints(data);
  const kept = result.stopped ? result.bestEpoch : history.loss.length;
  const { testMse, seconds } = result;
  return {
    name,
    parameters,
    testMse,
    seconds,
    fit: { x: targets ?? inputs, y: fitMoment(snapshots, momentAt(snapshots, kept)).outputs.slice() },
    losses: thinned(history.val_loss),
  };
}

function thinned(losses: readonly number[]): KeptModel['losses'] {
  const step = Math.max(1, Math.ceil(losses.length / mostLosses));
  const at = losses.map((_, index) => index).filter((index) => (losses.length - 1 - index) % step === 0);
  return {
    epochs: Float32Array.from(at, (index) => index + 1),
    validation: Float32Array.from(at, (index) => losses[index] ?? NaN),
  };
}
