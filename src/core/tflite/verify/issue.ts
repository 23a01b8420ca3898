import type { Sentence } from '../../../../l10n/sentences';

/** What is wrong with a file, by the part of the format that is broken. */
export type VerifyIssueKind =
  | 'file'
  | 'version'
  | 'offset'
  | 'table'
  | 'vector'
  | 'string'
  | 'union'
  | 'value'
  | 'index'
  | 'buffer'
  | 'limit';

export interface VerifyIssue {
  readonly kind: VerifyIssueKind;
  /** Byte of the file where the broken thing stands. */
  readonly offset: number;
  /** Where that is, in the words of the schema: `subgraph 0 > operator 3 > inputs`. */
  readonly trace: string;
  /** What happened, where, and what to do. */
  readonly sentence: Sentence;
}

export type VerifyResult =
  | {
      readonly ok: true;
      /** Tables, each as often as something points to it. */
      readonly tables: number;
    }
  | {
      readonly ok: false;
      /** The first `issueLimit` of them, in the order in which they were found; at least one. */
      readonly issues: readonly [VerifyIssue, ...VerifyIssue[]];
    };
