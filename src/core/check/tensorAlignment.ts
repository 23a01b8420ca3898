import { sentence } from '../../../l10n/sentences';
import { tensorLabel } from '../inspect/displayName';
import type { TensorType } from '../tflite/model';
import { elementBits } from './elementBytes';
import type { TensorPlace } from './subject';
import type { Rule } from './rule';
import { everyTensor, tensorBytes } from './subject';

const schemaAlignmentBytes = 16;
/** Larger elements are loaded word by word. */
const wordBytes = 4;

/**
 * Constants that do not start at a multiple of 16 bytes of the file, as the schema's `force_align: 16` asks. One finding for
 * the whole file: below the alignment of an element, at most a word, a Cortex-M0 faults, else only vector loads are slower.
 */
export const tensorAlignment: Rule = {
  code: 'TML014',
  severity: 'information',
  *check({ model, file }) {
    if (!file) return;
    const constants = [...everyTensor(model)].filter(
      ({ tensor }) => tensor.buffer > 0 && tensorBytes(model, tensor).length > 0,
    );
    const offsetOf = ({ tensor }: TensorPlace) => tensorBytes(model, tensor).byteOffset - file.byteOffset;
    const misaligned = constants.filter((place) => offsetOf(place) % schemaAlignmentBytes !== 0);
    const faulting = misaligned.find((place) => offsetOf(place) % neededBytes(place.tensor.type) !== 0);
    const shown = faulting ?? misaligned[0];
    if (!shown) return;
    yield {
      subgraph: shown.subgraphIndex,
      tensor: shown.tensorIndex,
      ...(faulting ? { severity: 'warning' as const } : {}),
      message: sentence('check.tensorAlignment', {
        count: misaligned.length,
        total: constants.length,
        tensor: tensorLabel(shown.tensor, shown.tensorIndex),
        offset: offsetOf(shown),
      }),
      cure: sentence('check.tensorAlignmentCure'),
    };
  },
};

function neededBytes(type: TensorType): number {
  return Math.min(wordBytes, Math.max(1, elementBits[type] / 8));
}
