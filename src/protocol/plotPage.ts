/** Between the host and the page of a plotted CSV file. */
import type { Sentence } from '../../l10n/sentences';
import type { PageFile } from './pageFile';

export interface PlotColumn {
  readonly name: string;
  /** NaN where the file has no number. */
  readonly values: Float64Array;
}

export type PlotState =
  | {
      readonly kind: 'table';
      /** The file's URI. The page keeps it as `source` in its state, from which VS Code restores the panel. */
      readonly source: string;
      readonly fileName: string;
      readonly rows: number;
      readonly columns: readonly PlotColumn[];
      /** Index of the column drawn along x, or null for the row number. */
      readonly xColumn: number | null;
      /** What was left out or read in a particular way: "line 12 has 3 values, not 2: left out". */
      readonly notes: readonly Sentence[];
    }
  | { readonly kind: 'empty'; readonly source: string; readonly fileName: string; readonly why: Sentence };

export interface PlotHostSide {
  readonly event: { readonly type: 'state'; readonly state: PlotState };
  readonly requests: Readonly<Record<string, never>>;
}

export interface PlotPageSide {
  readonly event:
    | { readonly type: 'ready' }
    | { readonly type: 'openSource' }
    | { readonly type: 'saveFile'; readonly file: PageFile };
  readonly requests: Readonly<Record<string, never>>;
}
