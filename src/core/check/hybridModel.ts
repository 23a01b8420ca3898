import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import { isHybrid, kernelLog, kernelTypes } from './kernelRefusal';
import type { Rule } from './rule';
import { everyOperator } from './subject';
import { tflmOperatorFor } from './tflmOperators';

/** Source of the lines: the `Prepare` of each kernel in tensorflow/lite/micro/kernels at commit 90b983c. */
const hybridLogs: Readonly<Record<string, string>> = {
  CONV_2D: 'tensorflow/lite/micro/kernels/conv_common.cc Hybrid models are not supported on TFLite Micro.',
  DEPTHWISE_CONV_2D:
    'tensorflow/lite/micro/kernels/depthwise_conv_common.cc Hybrid models are not supported on TFLite Micro.',
  TRANSPOSE_CONV:
    'tensorflow/lite/micro/kernels/transpose_conv.cc Hybrid models are not supported on TFLite Micro.',
};

/** Float activations with int8 weights, as `Optimize.DEFAULT` without a representative data set makes them. */
export const hybridModel: Rule = {
  code: 'TML003',
  severity: 'error',
  *check({ model }) {
    for (const place of everyOperator(model)) {
      const row = tflmOperatorFor(place.operator);
      const types = row && kernelTypes(place, row);
      if (!types || !isHybrid(types)) continue;
      const log = hybridLogs[place.operator.name] ?? kernelLog(row, types);
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
