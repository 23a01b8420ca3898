import { sentence } from '../../../l10n/sentences';
import { tensorLabel } from '../inspect/displayName';
import type { Operator, Subgraph } from '../tflite/model';
import type { Rule } from './rule';

const integerTypes = new Set(['INT8', 'UINT8', 'INT16']);

/** A float input or output around an integer body: it runs, but pays a conversion and float buffers. */
export const floatInterface: Rule = {
  code: 'TML004',
  severity: 'warning',
  *check({ model }) {
    const subgraph = model.subgraphs[0];
    if (!subgraph) return;
    for (const tensor of subgraph.inputs) {
      if (isConverted(subgraph, tensor, 'QUANTIZE', 'inputs', 'outputs')) {
        yield {
          subgraph: 0,
          tensor,
          message: sentence('check.floatInput', { tensor: tensorLabel(subgraph.tensors[tensor], tensor) }),
          cure: sentence('check.floatInterfaceCure'),
        };
      }
    }
    for (const tensor of subgraph.outputs) {
      if (isConverted(subgraph, tensor, 'DEQUANTIZE', 'outputs', 'inputs')) {
        yield {
          subgraph: 0,
          tensor,
          message: sentence('check.floatOutput', { tensor: tensorLabel(subgraph.tensors[tensor], tensor) }),
          cure: sentence('check.floatInterfaceCure'),
        };
      }
    }
  },
};

type Side = keyof Pick<Operator, 'inputs' | 'outputs'>;

function isConverted(subgraph: Subgraph, tensor: number, by: string, near: Side, far: Side): boolean {
  if (subgraph.tensors[tensor]?.type !== 'FLOAT32') return false;
  return subgraph.operators.some((operator) => {
    const other = subgraph.tensors[operator[far][0] ?? -1];
    return operator.name === by && operator[near].includes(tensor) && integerTypes.has(other?.type ?? '');
  });
}
