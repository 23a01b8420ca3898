import { sentence } from '../../../l10n/sentences';
import { operatorLabel, operatorName, shapeText, tensorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator } from './subject';

/**
 * An operator's output has a dimension of 0 or less. TFLM plans all memory before it runs, so shapes must stand in the
 * file. The shape `[0]` is an old way to write a scalar, and allowed.
 * Source: CheckDynamicTensors, tensorflow/lite/micro/micro_interpreter_graph.cc, commit 90b983c.
 */
export const dynamicShape: Rule = {
  code: 'TML005',
  severity: 'error',
  *check({ model }) {
    for (const { subgraphIndex, subgraph, operatorIndex, operator } of everyOperator(model)) {
      for (const index of operator.outputs) {
        const tensor = subgraph.tensors[index];
        if (!tensor || !isDynamic(tensor.shape)) continue;
        yield {
          subgraph: subgraphIndex,
          operator: operatorIndex,
          tensor: index,
          message: sentence('check.dynamicShape', {
            tensor: tensorLabel(tensor, index),
            operator: operatorLabel(operator, operatorIndex),
            shape: shapeText(tensor.shape),
          }),
          cure: sentence('check.dynamicShapeCure'),
          log:
            `Op#${operatorIndex} (${operatorName(operator)}) of subgraph ${subgraphIndex} has dynamic tensor #${index}\n` +
            'Dynamic tensors are not supported',
        };
      }
    }
  },
};

function isDynamic(shape: readonly number[]): boolean {
  const isLegacyScalar = shape.length === 1 && shape[0] === 0;
  return !isLegacyScalar && shape.some((size) => size <= 0);
}
