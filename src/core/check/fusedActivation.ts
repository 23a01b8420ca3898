import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator } from './subject';

/** Kernels that take no fused activation, and where each checks it (tflite-micro commit 90b983c). */
const checkedIn: Readonly<Record<string, string>> = {
  CONCATENATION: 'tensorflow/lite/micro/kernels/concatenation.cc:147',
  L2_NORMALIZATION: 'tensorflow/lite/micro/kernels/l2norm.cc:68',
};

/** Values of TfLiteFusedActivation (tensorflow/lite/core/c/builtin_op_data.h), which TFLM prints. */
const activationNumber: Readonly<Record<string, number>> = {
  RELU: 1,
  RELU_N1_TO_1: 2,
  RELU6: 3,
  TANH: 4,
  SIGN_BIT: 5,
};

export const fusedActivation: Rule = {
  code: 'TML020',
  severity: 'error',
  *check({ model }) {
    for (const { subgraphIndex, operatorIndex, operator } of everyOperator(model)) {
      const file = checkedIn[operator.name];
      const activation = operator.options?.values.fused_activation_function;
      if (!file || typeof activation !== 'string' || activation === 'NONE') continue;
      yield {
        subgraph: subgraphIndex,
        operator: operatorIndex,
        message: sentence('check.fusedActivation', {
          operator: operatorLabel(operator, operatorIndex),
          activation,
        }),
        cure: sentence('check.fusedActivationCure', { activation }),
        log: `${file} params->activation != kTfLiteActNone (${activationNumber[activation] ?? '?'} != 0)`,
      };
    }
  },
};
