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
    for (const tensor of convertedTensors(subgraph, subgraph.inputs, 'QUANTIZE', 'inputs', 'outputs')) {
      yield {
        subgraph: 0,
        tensor,
        message: sentence('check.floatInput', { tensor: tensorLabel(subgraph.tensors[tensor], tensor) }),
        cure: sentence('check.floatInterfaceCure'),
      };
    }
    for (const tensor of convertedTensors(subgraph, subgraph.outputs, 'DEQUANTIZE', 'outputs', 'inputs')) {
      yield {
        subgraph: 0,
        tensor,
        message: sentence('check.floatOutput', { tensor: tensorLabel(subgraph.tensors[tensor], tensor) }),
        cure: sentence('check.floatInterfaceCure'),
      };
    }
  },
};

type Side = keyof Pick<Operator, 'inputs' | 'outputs'>;

/** The float tensors of `candidates` that an operator of the kind `by` converts from or to integers. */
function convertedTensors(
  subgraph: Subgraph,
  candidates: readonly number[],
  by: string,
  near: Side,
  far: Side,
): readonly number[] {
  const converted = new Set(
    subgraph.operators.flatMap((operator) => {
      const other = subgraph.tensors[operator[far][0] ?? -1];
      return operator.name === by && integerTypes.has(other?.type ?? '') ? operator[near] : [];
    }),
  );
  return [...new Set(candidates)].filter(
    (tensor) => converted.has(tensor) && subgraph.tensors[tensor]?.type === 'FLOAT32',
  );
}
