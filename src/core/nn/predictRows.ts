/** Outputs for any number of samples, computed as many at a time as there is room for. */
import type { BatchComputer } from './batchLearner';

/** `inputs` [samples, inputSize] to outputs [samples, outputSize]. */
export function predictRows(computer: BatchComputer, inputs: Float32Array): Float32Array {
  const { outputSize } = computer;
  const inputSize = computer.inputs.length / computer.rows;
  const samples = inputs.length / inputSize;
  const outputs = new Float32Array(samples * outputSize);
  for (let from = 0; from < samples; from += computer.rows) {
    const count = Math.min(computer.rows, samples - from);
    computer.inputs.set(inputs.subarray(from * inputSize, (from + count) * inputSize));
    outputs.set(computer.compute(count).subarray(0, count * outputSize), from * outputSize);
  }
  return outputs;
}
