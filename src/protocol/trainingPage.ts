/**
 * Between the host and the training page. The page is a view: it says `ready`, the host answers with `state` (everything),
 * then tells what changed. The page may vanish at any time.
 */
import type { KeptTraining } from '../core/project/keptTraining';
import type { Project } from '../core/project/project';
import type { DeviceCurve, RunConverted, RunData, RunFile, RunModel } from '../core/project/run';
import type { FitMoment } from '../core/nn/fitSnapshots';
import type { History } from '../core/nn/engine';
import type { Sentence } from '../../l10n/sentences';
import type { PageFile } from './pageFile';

/**
 * - `idle`: nothing has been trained in this workspace yet
 * - `training`: `models[current]` is learning
 * - `stopping`: Stop was asked for; the epoch under way ends first
 * - `converting`: both models are trained; files are being made
 * - `finished`: everything there is to show is there
 * - `interrupted`: the window was reloaded while training; what stands in `models` is what was kept
 * - `failed`: `problem` says why
 */
export type TrainingPhase =
  | { readonly name: 'idle' }
  | { readonly name: 'training'; readonly current: number }
  | { readonly name: 'stopping'; readonly current: number }
  | { readonly name: 'converting' }
  | { readonly name: 'finished'; readonly stopped: boolean }
  | { readonly name: 'interrupted' }
  | { readonly name: 'failed'; readonly problem: Sentence };

/** Where the files of this run are. */
export type TrainingFiles =
  | { readonly where: 'none' }
  /** Trained without a folder, or in an untrusted one: kept until saved. */
  | { readonly where: 'memory'; readonly files: readonly RunFile[]; readonly why: Sentence }
  /** `kept` are files that someone had changed and that were left as they were. */
  | {
      readonly where: 'folder';
      /** For display: relative to the workspace. */
      readonly folder: string;
      readonly files: readonly RunFile[];
      readonly kept: readonly string[];
    };

export interface TrainingState {
  readonly phase: TrainingPhase;
  /** Counts up with every run, so that the page can tell a new run from a reload of the old one. */
  readonly run: number;
  /** Name of the project, `sine_model` for the tutorial; absent before the first run. */
  readonly project?: string;
  /** What was trained; absent before the first run. */
  readonly settings?: Project;
  /** What the playground goes back to: the tutorial, or the project of a file. Equal to `settings` where nothing was changed. */
  readonly original?: Project;
  /** The `tinyml.json` that `original` is from, for display: relative to the workspace. */
  readonly projectFile?: string;
  readonly engine: string;
  readonly seed: number;
  readonly data?: RunData;
  readonly models: readonly RunModel[];
  readonly converted: readonly RunConverted[];
  readonly device?: DeviceCurve;
  readonly files: TrainingFiles;
  /** The last trainings, this one among them once it has ended; the newest last. */
  readonly runs: readonly KeptTraining[];
  /** Seconds from the first epoch to the last file. */
  readonly seconds?: number;
}

/** Of `models[model]`. */
export interface ModelChange {
  readonly model: number;
  readonly change: Partial<Omit<RunModel, 'history'>>;
}

export interface TrainingHostSide {
  readonly event:
    | { readonly type: 'state'; readonly state: TrainingState }
    /** New epochs of `models[model]`; `from` is the number of epochs the page must already have, else it asks for `state` with `ready`. */
    | {
        readonly type: 'epochs';
        readonly run: number;
        readonly model: number;
        readonly from: number;
        readonly logs: History;
        /** The network after the last of them. */
        readonly newest?: FitMoment;
      }
    /** What else is another than it was; a page that has another `run` asks for `state` with `ready`. */
    | {
        readonly type: 'change';
        readonly run: number;
        readonly change: Partial<Omit<TrainingState, 'run' | 'models'>>;
        readonly models: readonly ModelChange[];
      };
  readonly requests: Readonly<Record<string, never>>;
}

export interface TrainingPageSide {
  readonly event:
    | { readonly type: 'ready' }
    | { readonly type: 'train' }
    /** With these values; the host reads them as it reads a `tinyml.json`. */
    | { readonly type: 'play'; readonly project: Project }
    /** `run` where they are those of one of `runs`: it is saved exactly as it was trained. */
    | { readonly type: 'saveProject'; readonly project: Project; readonly run?: number }
    | { readonly type: 'stop' }
    | { readonly type: 'saveTo' }
    | { readonly type: 'openFile'; readonly path: string }
    | { readonly type: 'openFolder' }
    | { readonly type: 'saveFile'; readonly file: PageFile }
    | { readonly type: 'copy'; readonly text: string };
  readonly requests: Readonly<Record<string, never>>;
}
