import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator } from './subject';

/** kMaxInputNum, tensorflow/lite/micro/kernels/concatenation.cc at commit 90b983c. */
const mostInputs = 10;

/** CONCATENATION of more tensors than TFLM's kernel has places for. */
export const concatenationInputs: Rule = {
  code: 'TML021',
  severity: 'error',
  *check({ model }) {
    for (const { subgraphIndex, operatorIndex, operator } of everyOperator(model)) {
      if (operator.name !== 'CONCATENATION' || operator.inputs.length <= mostInputs) continue;
      yield {
        subgraph: subgraphIndex,
        operator: operatorIndex,
        message: sentence('check.concatenationInputs', {
          operator: operatorLabel(operator, operatorIndex),
          count: operator.inputs.length,
          most: mostInputs,
        }),
        cure: sentence('check.concatenationInputsCure', { most: mostInputs }),
        log: 'tensorflow/lite/micro/kernels/concatenation.cc:158 num_inputs <= kMaxInputNum was not true.',
      };
    }
  },
};
