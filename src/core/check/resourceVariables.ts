import { sentence } from '../../../l10n/sentences';
import type { Rule } from './rule';
import { everyOperator } from './subject';

/** The model keeps state in resource variables, for which the program must make room before `AllocateTensors`. */
export const resourceVariables: Rule = {
  code: 'TML006',
  severity: 'warning',
  *check({ model }) {
    const variables = new Set<string>();
    let first: { subgraph: number; operator: number } | undefined;
    for (const { subgraphIndex, operatorIndex, operator } of everyOperator(model)) {
      if (operator.name !== 'VAR_HANDLE') continue;
      first ??= { subgraph: subgraphIndex, operator: operatorIndex };
      const { container = '', shared_name: name = '' } = operator.options?.values ?? {};
      variables.add(JSON.stringify([container, name]));
    }
    if (!first) return;
    yield {
      ...first,
      message: sentence('check.resourceVariables', { count: variables.size }),
      cure: sentence('check.resourceVariablesCure', { count: variables.size }),
      log: 'VAR_HANDLE requires resource variables. Please create ResourceVariables and pass it to the interpreter.',
    };
  },
};
