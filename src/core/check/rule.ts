import type { FindingCode, Severity, Violation } from './finding';
import type { Subject } from './subject';

export interface Rule {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly check: (subject: Subject) => Iterable<Violation>;
}
