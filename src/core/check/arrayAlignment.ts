import { sentence } from '../../../l10n/sentences';
import type { Rule } from './rule';

const neededBytes = 16;

/** The array in source has no `alignas(16)`: where the linker puts it is luck, and a misaligned model faults or misreads. */
export const arrayAlignment: Rule = {
  code: 'TML015',
  severity: 'warning',
  *check({ array }) {
    if (!array || (array.alignmentBytes ?? 0) >= neededBytes) return;
    yield {
      message: sentence('check.arrayAlignment', { name: array.name, line: array.line }),
      cure: sentence('check.arrayAlignmentCure', { name: array.name }),
    };
  },
};
