import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator } from './subject';

/** A builtin operator that carries custom options. Source of the line: tensorflow/lite/micro/micro_interpreter.cc at 90b983c. */
export const customOptions: Rule = {
  code: 'TML019',
  severity: 'error',
  *check({ model }) {
    for (const { subgraphIndex, operatorIndex, operator } of everyOperator(model)) {
      if (operator.name === 'CUSTOM' || !operator.customOptions) continue;
      yield {
        subgraph: subgraphIndex,
        operator: operatorIndex,
        message: sentence('check.customOptions', { operator: operatorLabel(operator, operatorIndex) }),
        cure: sentence('check.customOptionsCure'),
        log: `Unsupported behavior: found builtin operator ${operator.name} with custom options.`,
      };
    }
  },
};
