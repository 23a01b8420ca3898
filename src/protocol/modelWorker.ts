/**
 * What is asked of a model once its file is read. Small files are answered in the extension host, large ones in a worker:
 * the messages of that worker, which serves one file, are these requests.
 */
import type { SeverityOverrides } from '../core/check/check';
import type { Finding } from '../core/check/finding';
import type { TargetName } from '../core/check/target';
import type { CArray as FirmwareArray } from '../core/firmware/cArray';
import type { GraphView } from '../core/inspect/graph';
import type { ModelComparison } from '../core/inspect/compare';
import type { Histogram, TensorDetails } from '../core/inspect/tensorDetails';
import type { ValuesPage, ValuesQuery } from '../core/inspect/valuesPage';
import type { CArray } from '../core/source/cArrays';
import type { Sentence } from '../../l10n/sentences';
import type { InspectorState } from './inspectorPage';

export interface ModelFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What an inspector shows of a model at once, apart from its findings, which depend on settings. */
export type ModelOverview = Omit<
  Extract<InspectorState, { readonly kind: 'model' }>,
  'kind' | 'fileName' | 'revision' | 'findings' | 'canCompare'
>;

export type ModelReading =
  | { readonly kind: 'model'; readonly overview: ModelOverview }
  /** Nothing can be shown; `damage` says why. */
  | { readonly kind: 'nothing'; readonly damage: readonly Sentence[] };

export interface FindingsQuery {
  readonly target: TargetName;
  readonly overrides: SeverityOverrides;
  /** The array in source that the model stands in. */
  readonly array?: CArray;
}

export interface TensorQuery {
  readonly subgraph: number;
  readonly tensor: number;
}

export interface TensorFileQuery extends TensorQuery {
  readonly format: 'npy' | 'csv';
  readonly values: 'real' | 'raw';
}

export interface ChannelQuery extends TensorQuery {
  readonly channel: number;
}

/** A model as C++ source, but for its bytes, which stand where the question goes. */
export type ArraySourceQuery = Omit<FirmwareArray, 'bytes'>;

export interface ModelsToCompare {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly target: TargetName;
}

export type ComparedModels =
  | {
      readonly kind: 'comparison';
      readonly comparison: ModelComparison;
      readonly damage: { readonly before: readonly Sentence[]; readonly after: readonly Sentence[] };
    }
  /** Nothing of one of them can be read; `why` says what it is instead. */
  | { readonly kind: 'unreadable'; readonly why: readonly Sentence[] };

/** Host to worker. `open` comes first, once; `compare` needs none. */
export interface ModelClientSide {
  readonly event: { readonly type: never };
  readonly requests: {
    readonly open: { readonly params: ModelFile; readonly result: ModelReading };
    readonly compare: { readonly params: ModelsToCompare; readonly result: ComparedModels };
    readonly findings: { readonly params: FindingsQuery; readonly result: readonly Finding[] };
    readonly tensor: { readonly params: TensorQuery; readonly result: TensorDetails | undefined };
    /** Undefined where the tensor has no such channel, or no numbers. */
    readonly channelHistogram: { readonly params: ChannelQuery; readonly result: Histogram | undefined };
    readonly values: { readonly params: ValuesQuery; readonly result: ValuesPage | undefined };
    readonly graph: {
      readonly params: { readonly subgraph: number };
      readonly result: GraphView | undefined;
    };
    /** The `.cc`, in UTF-8. */
    readonly arraySource: { readonly params: ArraySourceQuery; readonly result: Uint8Array };
    /** Undefined where the tensor holds no numbers. */
    readonly tensorFile: { readonly params: TensorFileQuery; readonly result: Uint8Array | undefined };
  };
}

export interface ModelWorkerSide {
  readonly event: { readonly type: never };
  readonly requests: Readonly<Record<string, never>>;
}
