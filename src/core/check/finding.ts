import type { Sentence } from '../../../l10n/sentences';

export const findingCodes = [
  'TML001',
  'TML002',
  'TML003',
  'TML004',
  'TML005',
  'TML006',
  'TML007',
  'TML008',
  'TML009',
  'TML010',
  'TML011',
  'TML012',
  'TML013',
  'TML014',
  'TML015',
  'TML016',
  'TML017',
  'TML018',
  'TML019',
  'TML020',
  'TML021',
] as const;

/** Codes are stable: a code keeps its meaning for good, and a page of `docs/findings/`. */
export type FindingCode = (typeof findingCodes)[number];

/** `error`: the board refuses the model, or computes something else. `warning`: it may. `information`: it costs something. */
export type Severity = 'error' | 'warning' | 'information';

/** Where in the model: indices as in the file; absent where the finding concerns the whole. */
export interface Place {
  readonly subgraph?: number;
  readonly operator?: number;
  readonly tensor?: number;
}

/** What a rule found, before the settings have their say. */
export interface Violation extends Place {
  readonly message: Sentence;
  readonly cure: Sentence;
  /** The first line that TFLM would log, as it would print it; absent where it says nothing. */
  readonly log?: string;
  /** Where this case weighs otherwise than the rule. */
  readonly severity?: Severity;
}

export interface Finding extends Violation {
  readonly code: FindingCode;
  readonly severity: Severity;
}
