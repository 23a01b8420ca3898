/** Between the extension host (or terminal) and the worker that trains. One worker trains one project at a time. */
import type { CsvSamples } from '../core/data/csvSamples';
import type { EpochLog } from '../core/nn/engine';
import type { FitMoment, FitSnapshots } from '../core/nn/fitSnapshots';
import type { Project } from '../core/project/project';
import type { DeviceCurve, RunConverted, RunData, RunModel, RunModelResult } from '../core/project/run';
import type { Sentence } from '../../l10n/sentences';

export type EngineName = 'builtin' | 'tensorflow';

/** As pages and reports name it: `builtin`, or `tensorflow (tfjs-node 4.22.0)`. */
export function engineLabel(engine: EngineName, library: string | undefined): string {
  return library === undefined ? engine : `${engine} (${library})`;
}

export interface TrainRequest {
  readonly project: Project;
  /** The columns of the file, where the project's data is one. */
  readonly table?: CsvSamples;
  readonly engine: EngineName;
  /** Folder in which the person says that tfjs-node is; only the engine `tensorflow` looks there. */
  readonly tensorflowPath?: string;
  /** Of `report.md`; English where none is asked for. */
  readonly locale?: string;
  /** Keeps snapshots of each model while it learns; they cost a few percent of the time. */
  readonly watched?: boolean;
}

export interface TrainedProject {
  /** The engine that really ran. */
  readonly engine: EngineName;
  /** Name and version of the library that computed, where the engine can have several: `tfjs-node 4.22.0`. */
  readonly library?: string;
  /** What to tell the person once: that another library than the native one computed, and why. */
  readonly notice?: readonly Sentence[];
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

/** What a training tells while it goes on: the page's state and the terminal's progress are both made of it. */
export type TrainingEvent =
  | { readonly phase: 'data'; readonly data: RunData; readonly models: readonly RunModel[] }
  /** `models[model]` starts to learn. */
  | { readonly phase: 'training'; readonly model: number }
  /** Finished epochs, in order, several at a time; `newest` is the network after the last of them, where it is watched. */
  | {
      readonly phase: 'epochs';
      readonly model: number;
      readonly logs: readonly EpochLog[];
      readonly newest?: FitMoment;
    }
  | {
      readonly phase: 'trained';
      readonly model: number;
      readonly engine: EngineName;
      /** Which library the engine computed with, where it can have several. */
      readonly library?: string;
      readonly result: RunModelResult;
      readonly snapshots?: FitSnapshots;
    }
  | { readonly phase: 'converting' }
  | {
      readonly phase: 'converted';
      readonly converted: readonly RunConverted[];
      readonly device: DeviceCurve;
    };

/** Host to worker. `stop` ends the epoch under way; what was learned by then is converted all the same. */
export interface TrainingClientSide {
  readonly event: { readonly type: 'stop' };
  readonly requests: {
    readonly train: { readonly params: TrainRequest; readonly result: TrainedProject };
  };
}

/** Worker to host: all of a training's progress, before its reply. */
export interface TrainingWorkerSide {
  readonly event: { readonly type: 'progress'; readonly progress: TrainingEvent };
  readonly requests: Readonly<Record<string, never>>;
}
