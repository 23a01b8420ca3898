import { sentence } from '../../../l10n/sentences';
import { operatorLabel, tensorLabel } from '../inspect/displayName';
import { elementCount } from '../tflite/model';
import type { Rule } from './rule';
import { everyOperator } from './subject';
import { kernelsOf } from './target';

const unpackingOperators = new Set(['CONV_2D', 'DEPTHWISE_CONV_2D', 'FULLY_CONNECTED']);
const narrowTypes = new Set(['INT4', 'UINT4', 'INT2']);

/**
 * Tensors of less than eight bits. TFLM's kernels unpack int4 weights of three operators into a scratch buffer of one byte
 * per weight (conv_common.cc, depthwise_conv_common.cc, fully_connected.cc at commit 90b983c), those of CMSIS-NN read them as
 * they are; all else refuses them.
 */
export const fourBitTensor: Rule = {
  code: 'TML008',
  severity: 'error',
  *check({ model, target }) {
    const isUnpackedFirst = kernelsOf(target) === 'reference';
    for (const { subgraphIndex, subgraph, operatorIndex, operator } of everyOperator(model)) {
      for (const [position, index] of [...operator.inputs, ...operator.outputs].entries()) {
        const tensor = subgraph.tensors[index];
        if (!tensor || !narrowTypes.has(tensor.type)) continue;
        const at = { subgraph: subgraphIndex, operator: operatorIndex, tensor: index };
        const names = {
          tensor: tensorLabel(tensor, index),
          type: tensor.type,
          operator: operatorLabel(operator, operatorIndex),
        };
        const isUnpacked = unpackingOperators.has(operator.name) && position === 1 && tensor.type === 'INT4';
        const activation = subgraph.tensors[operator.inputs[0] ?? -1]?.type;
        if (isUnpacked && activation === 'INT8') {
          const bytes = elementCount(tensor.shape);
          yield {
            ...at,
            severity: 'information',
            message: isUnpackedFirst
              ? sentence('check.fourBitUnpacked', { ...names, bytes })
              : sentence('check.fourBitRead', { ...names, bytes, target }),
            cure: sentence('check.fourBitUnpackedCure'),
          };
        } else {
          yield {
            ...at,
            message: sentence('check.fourBitRefused', names),
            cure: sentence('check.fourBitRefusedCure'),
          };
        }
      }
    }
  },
};
