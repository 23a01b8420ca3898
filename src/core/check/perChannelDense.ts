import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator, inputTensor } from './subject';
import { kernelsOf } from './target';

/**
 * FULLY_CONNECTED with one scale per output. TFLM's reference kernel has it since 2024-09-27 (commit 47b545074), CMSIS-NN's
 * for int8 activations and int8 weights only (micro/kernels/cmsis_nn/fully_connected.cc:116 at 90b983c), Hexagon's not at all.
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
      const isTaken = input.type === 'INT8' && weights?.type !== 'INT4';
      if (!isTaken && kernelsOf(target) === 'cmsis-nn') {
        yield {
          ...at,
          severity: 'error',
          message: sentence('check.perChannelDenseRefused', {
            operator: label,
            types: `${input.type} × ${weights?.type ?? ''}`,
            target,
          }),
          cure: sentence('check.perChannelDenseCure'),
          log:
            'tensorflow/lite/micro/kernels/cmsis_nn/fully_connected.cc:116 !data->reference_op_data.is_per_channel || ' +
            '(data->reference_op_data.is_per_channel && input->type == kTfLiteInt8 && filter->type != kTfLiteInt4) was not true.',
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
