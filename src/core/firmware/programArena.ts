/** How much memory the example program gives to the interpreter: enough on every machine, and never less than the tutorial's. */
import { packedBytes } from '../check/elementBytes';
import type { Model } from '../tflite/model';

const tutorialKilobytes = 10;
/** The interpreter itself, its allocator and its planner. */
const ownBytes = 1024;
/** An operator, what it precomputes, its tensors and their plan: 352 on a 64-bit PC (measured), fewer on a 32-bit board. */
const operatorBytes = 512;
const alignmentBytes = 16;
/** A multiplier and a shift for each channel. */
const channelBytes = 8;

/** As if no two values could share memory: the planner of TensorFlow Lite Micro comes out with less. */
export function programArenaKilobytes({ subgraphs, buffers }: Model): number {
  let bytes = ownBytes;
  for (const { operators, tensors } of subgraphs) {
    bytes += operators.length * operatorBytes;
    for (const { type, shape, buffer, quantization } of tensors) {
      const isConstant = (buffers[buffer]?.length ?? 0) > 0;
      if (isConstant) bytes += (quantization?.scale.length ?? 0) * channelBytes;
      else bytes += packedBytes(type, shape) + alignmentBytes;
    }
  }
  return Math.max(tutorialKilobytes, Math.ceil(bytes / 1024));
}
