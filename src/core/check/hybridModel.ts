import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import { isHybrid, kernelLog, kernelTypes } from './kernelRefusal';
import type { Rule } from './rule';
import { everyOperator } from './subject';
import { tflmOperatorFor } from './tflmOperators';

/** Float activations with int8 weights, as `Optimize.DEFAULT` without a representative data set makes them. */
export const hybridModel: Rule = {
  code: 'TML003',
  severity: 'error',
  *check({ model, target }) {
    for (const place of everyOperator(model)) {
      const row = tflmOperatorFor(place.operator);
      const types = row && kernelTypes(place, row);
      if (!types || !isHybrid(types)) continue;
      const log = kernelLog(row, types, target);
      yield {
        subgraph: place.subgraphIndex,
        operator: place.operatorIndex,
        message: sentence('check.hybridModel', {
          operator: operatorLabel(place.operator, place.operatorIndex),
          weights: types.weights ?? '',
        }),
        cure: sentence('check.hybridModelCure'),
        ...(log === undefined ? {} : { log }),
      };
    }
  },
};
