/** Between the host and the page that compares two models. */
import type { ModelComparison } from '../core/inspect/compare';
import type { Sentence } from '../../l10n/sentences';

/** Addresses of both files. The page keeps them (`before`, `after`), so that the host finds the files when VS Code restores the panel. */
export interface CompareSources {
  readonly before: string;
  readonly after: string;
}

export type CompareState =
  | {
      readonly kind: 'reading';
      readonly sources: CompareSources;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'unreadable';
      readonly sources: CompareSources;
      readonly before: string;
      readonly after: string;
      readonly why: readonly Sentence[];
    }
  | {
      readonly kind: 'comparison';
      readonly sources: CompareSources;
      /** For display: file names, with the version where one comes from git. */
      readonly before: string;
      readonly after: string;
      readonly comparison: ModelComparison;
      readonly damage: { readonly before: readonly Sentence[]; readonly after: readonly Sentence[] };
    };

export interface CompareHostSide {
  readonly event: { readonly type: 'state'; readonly state: CompareState };
  readonly requests: Readonly<Record<string, never>>;
}

export interface ComparePageSide {
  readonly event:
    | { readonly type: 'ready' }
    | { readonly type: 'swap' }
    | { readonly type: 'copy'; readonly text: string }
    /** Open one side in the inspector, at an operator where one is given. */
    | {
        readonly type: 'inspect';
        readonly side: 'before' | 'after';
        readonly subgraph?: number;
        readonly operator?: number;
      };
  readonly requests: Readonly<Record<string, never>>;
}
