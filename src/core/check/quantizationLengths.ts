import { sentence } from '../../../l10n/sentences';
import { tensorLabel } from '../inspect/displayName';
import type { Tensor } from '../tflite/model';
import type { Rule } from './rule';
import { everyTensor } from './subject';

/**
 * The numbers of scales and zero points do not fit each other or the tensor. One zero point for many scales is allowed:
 * TFLM then takes it for all (micro/micro_allocator.cc at commit 90b983c).
 */
export const quantizationLengths: Rule = {
  code: 'TML009',
  severity: 'error',
  *check({ model }) {
    for (const { subgraphIndex, tensorIndex, tensor } of everyTensor(model)) {
      const expected = expectedScales(tensor);
      const scales = tensor.quantization?.scale.length ?? 0;
      const zeroPoints = tensor.quantization?.zeroPoint.length ?? 0;
      if (scales === 0 && zeroPoints === 0) continue;
      const scalesFit = scales === 1 || expected === undefined || scales === expected;
      const zeroPointsFit = zeroPoints === scales || (zeroPoints === 1 && scales > 0);
      if (scalesFit && zeroPointsFit) continue;
      yield {
        subgraph: subgraphIndex,
        tensor: tensorIndex,
        message: sentence('check.quantizationLengths', {
          tensor: tensorLabel(tensor, tensorIndex),
          scales,
          zeroPoints,
          expected: expected ?? 1,
        }),
        cure: sentence('check.convertAgainCure'),
      };
    }
  },
};

/** Channels along the quantized dimension, or undefined where that dimension does not exist (another rule's business). */
function expectedScales({ quantization, shape }: Tensor): number | undefined {
  return quantization && shape[quantization.quantizedDimension];
}
