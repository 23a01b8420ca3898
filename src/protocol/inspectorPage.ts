/**
 * Between the host and the page of the model inspector. The page says `ready`, the host sends `state`; what is large (the
 * details of one tensor, values, a graph) the page asks for when it shows it. The page never sees the file or its schema.
 */
import type { Finding } from '../core/check/finding';
import type { FeedingView } from '../core/inspect/feeding';
import type { GraphView } from '../core/inspect/graph';
import type { MetadataRow } from '../core/inspect/metadataRows';
import type { OperatorRow } from '../core/inspect/operators';
import type { SizeView } from '../core/inspect/size';
import type { Histogram, TensorDetails } from '../core/inspect/tensorDetails';
import type { TensorRow } from '../core/inspect/tensors';
import type { ValuesPage, ValuesQuery } from '../core/inspect/valuesPage';
import type { GraphLayout, GraphToLayOut } from './graphLayout';
import type { PageFile } from './pageFile';
import type { Sentence } from '../../l10n/sentences';

export interface SubgraphRow {
  readonly index: number;
  readonly name: string;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly operators: number;
  readonly tensors: number;
}

export type InspectorState =
  | { readonly kind: 'reading'; readonly fileName: string }
  /** Nothing of the file can be shown; `why` says what it is instead. */
  | { readonly kind: 'unreadable'; readonly fileName: string; readonly why: readonly Sentence[] }
  | {
      readonly kind: 'model';
      readonly fileName: string;
      /** Counts up when the file has changed and was read again: the page keeps its view and asks for details anew. */
      readonly revision: number;
      readonly summary: Sentence;
      readonly description: string;
      /** Shown on top; empty for a sound file. */
      readonly damage: readonly Sentence[];
      readonly subgraphs: readonly SubgraphRow[];
      readonly operators: readonly OperatorRow[];
      readonly tensors: readonly TensorRow[];
      readonly feeding: FeedingView;
      readonly size: SizeView;
      readonly findings: readonly Finding[];
      readonly metadata: readonly MetadataRow[];
      /** Packed behind the model, such as labels. */
      readonly associatedFiles: readonly { readonly name: string; readonly bytes: number }[];
      readonly signatures: readonly {
        readonly key: string;
        readonly subgraph: number;
        readonly inputs: readonly { readonly name: string; readonly tensor: number }[];
        readonly outputs: readonly { readonly name: string; readonly tensor: number }[];
      }[];
      /** The editor shows a version from git: offer to compare it with the file in the folder. */
      readonly canCompare: boolean;
    };

/** What the page exports: the host asks for a place and writes it. `text` and `file` are made by the page. */
export type InspectorExport =
  | {
      readonly what: 'npy';
      readonly subgraph: number;
      readonly tensor: number;
      readonly values: 'real' | 'raw';
    }
  | {
      readonly what: 'csv';
      readonly subgraph: number;
      readonly tensor: number;
      readonly values: 'real' | 'raw';
    }
  | { readonly what: 'text'; readonly suggestedName: string; readonly text: string }
  | ({ readonly what: 'file' } & PageFile);

export interface InspectorHostSide {
  readonly event:
    | { readonly type: 'state'; readonly state: InspectorState }
    /** Go to a tensor or operator, as from a problem in the list of problems. */
    | {
        readonly type: 'reveal';
        readonly subgraph: number;
        readonly operator?: number;
        readonly tensor?: number;
      };
  readonly requests: Readonly<Record<string, never>>;
}

export interface InspectorPageSide {
  readonly event:
    | { readonly type: 'ready' }
    | { readonly type: 'openFindingPage'; readonly code: Finding['code'] }
    | { readonly type: 'copy'; readonly text: string }
    | { readonly type: 'compare' };
  readonly requests: {
    /** Undefined where there is no such tensor. */
    readonly tensor: {
      readonly params: { readonly subgraph: number; readonly tensor: number };
      readonly result: TensorDetails | undefined;
    };
    /** Of the codes of one channel; undefined where there is no such channel, or no numbers. */
    readonly channelHistogram: {
      readonly params: { readonly subgraph: number; readonly tensor: number; readonly channel: number };
      readonly result: Histogram | undefined;
    };
    /** Undefined where the tensor holds no numbers. */
    readonly values: { readonly params: ValuesQuery; readonly result: ValuesPage | undefined };
    readonly graph: {
      readonly params: { readonly subgraph: number };
      readonly result: GraphView | undefined;
    };
    /** The page knows how wide texts are, the host has a worker that lays out. */
    readonly layOut: { readonly params: GraphToLayOut; readonly result: GraphLayout };
    /** Says where it was written, or undefined when the person cancelled. */
    readonly export: { readonly params: InspectorExport; readonly result: string | undefined };
  };
}
