import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import { isHybrid, kernelLog, kernelTypes } from './kernelRefusal';
import type { Rule } from './rule';
import { everyOperator } from './subject';
import { tflmCommit } from './tflm-90b983c';
import { tflmOperatorFor } from './tflmOperators';

/** TFLM has the operator, but its reference kernel does not take these types. Hybrid models have their own rule. */
export const typesRefused: Rule = {
  code: 'TML002',
  severity: 'error',
  *check({ model, target }) {
    for (const place of everyOperator(model)) {
      const row = tflmOperatorFor(place.operator);
      const types = row && kernelTypes(place, row);
      if (!types || types.accepted || isHybrid(types)) continue;
      const log = kernelLog(row, types, target);
      yield {
        subgraph: place.subgraphIndex,
        operator: place.operatorIndex,
        message: sentence('check.typesRefused', {
          operator: operatorLabel(place.operator, place.operatorIndex),
          types: `${types.type}${types.weights ? ` × ${types.weights}` : ''} → ${types.output}`,
          commit: tflmCommit,
        }),
        cure: sentence('check.typesRefusedCure'),
        ...(log === undefined ? {} : { log }),
      };
    }
  },
};
