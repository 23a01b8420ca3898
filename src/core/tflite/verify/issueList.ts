import type { Sentence } from '../../../../l10n/sentences';
import type { VerifyIssue, VerifyIssueKind } from './issue';
import type { Trail } from './trail';

/** As many as a person reads; what else is broken in such a file does not matter. */
export const issueLimit = 100;

/** Collects issues with the place where the verifier is. */
export class IssueList {
  readonly found: VerifyIssue[] = [];

  constructor(readonly trail: Trail) {}

  get isFull(): boolean {
    return this.found.length >= issueLimit;
  }

  add(kind: VerifyIssueKind, offset: number, say: (trace: string) => Sentence): void {
    if (this.isFull) return;
    const trace = this.trail.words();
    this.found.push({ kind, offset, trace, sentence: say(trace) });
  }
}
