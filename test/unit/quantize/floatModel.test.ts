import { describe, expect, it } from 'vitest';
import { floatModel } from '../../../src/core/quantize/floatModel';
import { Interpreter } from '../../../src/core/runtime/interpreter';
import { outputsByDefinition, sampleNetwork } from './sampleNetwork';

describe('floatModel', () => {
  it.each([
    [1, 1, [16, 1]],
    [2, 1, [16, 16, 1]],
    [3, 3, [5, 4, 2]],
    [4, 7, [1]],
  ])('computes what the layers define (network %i)', (seed, inputSize, units) => {
    const network = sampleNetwork(seed, inputSize, units);
    const interpreter = new Interpreter(floatModel(network.description, network.weights));
    for (let row = 0; row < 64; row++) {
      const sample = Array.from(network.inputs.subarray(row * inputSize, (row + 1) * inputSize));
      const expected = outputsByDefinition(network, sample);
      const [actual = []] = interpreter.runRaw([sample]);
      expect(actual).toHaveLength(expected.length);
      // float32 sums of at most 16 terms of magnitude about 10 each.
      actual.forEach((value, i) => expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(1e-4));
    }
  });

  it('has static shapes with a batch of 1, and weights [units, inputs]', () => {
    const { description, weights } = sampleNetwork(5, 3, [4, 2]);
    const [subgraph] = floatModel(description, weights).subgraphs;
    expect(subgraph?.tensors.map((tensor) => tensor.shape)).toEqual([
      [1, 3],
      [4, 3],
      [4],
      [1, 4],
      [2, 4],
      [2],
      [1, 2],
    ]);
    expect(subgraph?.operators.map((operator) => operator.version)).toEqual([1, 1]);
  });
});
