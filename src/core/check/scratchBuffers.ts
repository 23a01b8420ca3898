import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator } from './subject';

/** kMaxScratchBuffersPerOp, tensorflow/lite/micro/micro_allocator.cc at commit 90b983c. */
const mostScratchBuffers = 12;

/** What TFLM's own greedy kernels ask for at that commit; all others stay below. */
const knownRequests: Readonly<Record<string, number>> = { TFLite_Detection_PostProcess: 11, 'ethos-u': 2 };

/** A kernel asks for more scratch buffers than the allocator has places for one operator. */
export const scratchBuffers: Rule = {
  code: 'TML018',
  severity: 'error',
  *check({ model, scratchBuffers: given }) {
    for (const { subgraphIndex, operatorIndex, operator } of everyOperator(model)) {
      const name = operator.customCode ?? operator.name;
      const count = given?.[name] ?? knownRequests[name] ?? 0;
      if (count <= mostScratchBuffers) continue;
      yield {
        subgraph: subgraphIndex,
        operator: operatorIndex,
        message: sentence('check.scratchBuffers', {
          operator: operatorLabel(operator, operatorIndex),
          count,
          most: mostScratchBuffers,
        }),
        cure: sentence('check.scratchBuffersCure', { most: mostScratchBuffers }),
        log: `Scratch buffer request exceeds limit per operator (${mostScratchBuffers})`,
      };
    }
  },
};
