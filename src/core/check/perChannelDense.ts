import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator, inputTensor } from './subject';
import { kernelsOf } from './target';

/**
 * FULLY_CONNECTED with one scale per output. TFLM's reference kernel has it since 2024-09-27 (commit 47b545074), CMSIS-NN's
 * for int8 activations only (micro/kernels/cmsis_nn/fully_connected.cc at 90b983c), Hexagon's not at all.
 */
export const perChannelDense: Rule = {
  code: 'TML007',
  severity: 'information',
  *check({ model, target }) {
    for (const place of everyOperator(model)) {
      const { operator, operatorIndex, subgraphIndex } = place;
      if (operator.name !== 'FULLY_CONNECTED') continue;
      const weights = inputTensor(place, 1);
      const input = inputTensor(place, 0);
      if ((weights?.quantization?.scale.length ?? 0) <= 1) continue;
      if (input?.type !== 'INT8' && input?.type !== 'INT16') continue;
      const at = { subgraph: subgraphIndex, operator: operatorIndex };
      const label = operatorLabel(operator, operatorIndex);
      if (input.type === 'INT16' && kernelsOf(target) === 'cmsis-nn') {
        yield {
          ...at,
          severity: 'error',
          message: sentence('check.perChannelDenseRefused', { operator: label, target }),
          cure: sentence('check.perChannelDenseCure'),
        };
      } else {
        yield {
          ...at,
          message: sentence('check.perChannelDense', { operator: label }),
          cure: sentence('check.perChannelDenseCure'),
        };
      }
    }
  },
};
