import { sentence } from '../../../l10n/sentences';
import { shapeText, tensorLabel } from '../inspect/displayName';
import { packedBytes } from './elementBytes';
import type { Rule } from './rule';
import { everyTensor, tensorBytes } from './subject';

/** Metadata of a model whose constants TFLM's own tool has packed; the kernels unpack them. */
const packedBy = 'COMPRESSION_METADATA';

/** A constant whose buffer has fewer bytes than shape × type: TFLM would read on into whatever follows it in flash. */
export const bufferShort: Rule = {
  code: 'TML012',
  severity: 'error',
  *check({ model }) {
    if (model.metadata.some(({ name }) => name === packedBy)) return;
    for (const { subgraphIndex, tensorIndex, tensor } of everyTensor(model)) {
      const given = tensorBytes(model, tensor).length;
      const needed = packedBytes(tensor.type, tensor.shape);
      if (given === 0 || given >= needed) continue;
      yield {
        subgraph: subgraphIndex,
        tensor: tensorIndex,
        message: sentence('check.bufferShort', {
          tensor: tensorLabel(tensor, tensorIndex),
          given,
          needed,
          shape: shapeText(tensor.shape),
          type: tensor.type,
        }),
        cure: tensor.sparsity ? sentence('check.sparseCure') : sentence('check.bufferShortCure'),
      };
    }
  },
};
