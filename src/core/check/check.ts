import type { Finding, FindingCode, Severity } from './finding';
import { rules } from './rules';
import type { Subject } from './subject';

/** What the settings say of a code: another weight, or silence. */
export type SeverityOverrides = Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;

/** More findings of one code say nothing new, and a damaged file may have a million. */
const mostFindingsPerRule = 100;

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

/** Will it run on the board? Errors first, then by code and place. */
export function checkModel(subject: Subject, overrides: SeverityOverrides = {}): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const override = overrides[rule.code];
    if (override === 'off') continue;
    let count = 0;
    for (const violation of rule.check(subject)) {
      findings.push({
        ...violation,
        code: rule.code,
        severity: override ?? violation.severity ?? rule.severity,
      });
      if (++count === mostFindingsPerRule) break;
    }
  }
  return findings.sort((a, b) => weight[a.severity] - weight[b.severity]);
}
