import { sentence } from '../../../l10n/sentences';
import { tensorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyTensor } from './subject';

/** A scale of 0, below 0, NaN or infinite: no code stands for a real value then. One finding per tensor. */
export const scaleUnusable: Rule = {
  code: 'TML010',
  severity: 'error',
  *check({ model }) {
    for (const { subgraphIndex, tensorIndex, tensor } of everyTensor(model)) {
      const scales = tensor.quantization?.scale ?? new Float32Array(0);
      const channel = scales.findIndex((scale) => !(scale > 0 && Number.isFinite(scale)));
      if (channel < 0) continue;
      yield {
        subgraph: subgraphIndex,
        tensor: tensorIndex,
        message: sentence('check.scaleUnusable', {
          tensor: tensorLabel(tensor, tensorIndex),
          scale: String(scales[channel]),
          channel,
        }),
        cure: sentence('check.scaleUnusableCure'),
      };
    }
  },
};
