import { sentence } from '../../../l10n/sentences';
import type { Rule } from './rule';

const neededBytes = 16;
/** What loads of single values need; see `tensorAlignment`. */
const wordBytes = 4;

/**
 * The array in source has no `alignas(16)`. Without any alignment it is luck where the linker puts it, and a misaligned model
 * faults or misreads; with that of a word or more only vector loads are slower.
 */
export const arrayAlignment: Rule = {
  code: 'TML015',
  severity: 'warning',
  *check({ array }) {
    const declared = array?.alignmentBytes ?? 0;
    if (!array || declared >= neededBytes) return;
    const { name, line } = array;
    const cure = sentence('check.arrayAlignmentCure', { name });
    yield declared >= wordBytes
      ? {
          severity: 'information',
          message: sentence('check.arrayAlignmentSmall', { name, line, declared }),
          cure,
        }
      : { message: sentence('check.arrayAlignment', { name, line }), cure };
  },
};
