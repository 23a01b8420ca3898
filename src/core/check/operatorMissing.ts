import { sentence } from '../../../l10n/sentences';
import { displayName, operatorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator } from './subject';
import { tflmCommit } from './tflm-90b983c';
import { tflmOperatorFor } from './tflmOperators';

/** TensorFlow Lite Micro has no kernel of that name. */
export const operatorMissing: Rule = {
  code: 'TML001',
  severity: 'error',
  *check({ model }) {
    for (const { subgraphIndex, operatorIndex, operator } of everyOperator(model)) {
      if (tflmOperatorFor(operator)) continue;
      const place = { subgraph: subgraphIndex, operator: operatorIndex };
      const operatorText = operatorLabel(operator, operatorIndex);
      if (operator.name === 'CUSTOM') {
        yield {
          ...place,
          message: sentence('check.customOperatorMissing', { operator: operatorText, commit: tflmCommit }),
          cure: operator.customCode?.startsWith('Flex')
            ? sentence('check.flexOperatorCure')
            : sentence('check.customOperatorCure', { name: displayName(operator.customCode ?? '') }),
          log: 'Failed to get registration from op code CUSTOM',
        };
      } else {
        yield {
          ...place,
          message: sentence('check.operatorMissing', { operator: operatorText, commit: tflmCommit }),
          cure: sentence('check.operatorMissingCure'),
          log: `Didn't find op for builtin opcode '${operator.name}'`,
        };
      }
    }
  },
};
