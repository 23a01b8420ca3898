import { sentence } from '../../../l10n/sentences';
import type { Rule } from './rule';

/** The length that the source declares beside the array is not the number of bytes in it. */
export const arrayLength: Rule = {
  code: 'TML016',
  severity: 'error',
  *check({ array }) {
    if (!array?.length || array.length.value === array.bytes.length) return;
    yield {
      message: sentence('check.arrayLength', {
        variable: array.length.name,
        line: array.length.line,
        declared: array.length.value,
        name: array.name,
        bytes: array.bytes.length,
      }),
      cure: sentence('check.arrayLengthCure', { variable: array.length.name, bytes: array.bytes.length }),
    };
  },
};
