import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import { conversionNote } from '../../../src/core/quantize/conversionNote';
import { dequantizedWeights } from '../../../src/core/quantize/dequantizedWeights';
import { dynamicRangeModel } from '../../../src/core/quantize/dynamicRange';
import { floatModel } from '../../../src/core/quantize/floatModel';
import { int8Model } from '../../../src/core/quantize/int8Model';
import { Interpreter } from '../../../src/core/runtime/interpreter';
import { outputsByDefinition, sampleNetwork } from './sampleNetwork';

describe('int8Model', () => {
  it.each(['per-tensor', 'per-channel'] as const)('stays near the float network (%s)', (dense) => {
    for (let seed = 1; seed <= 20; seed++) {
      const network = sampleNetwork(seed, 2, [16, 16, 1]);
      const float = floatModel(network.description, network.weights);
      const interpreter = new Interpreter(int8Model(float, [network.inputs], { dense }));
      const [input, output] = [interpreter.inputs[0]?.quantization, interpreter.outputs[0]?.quantization];
      const [inputScale = NaN, outputScale = NaN] = [input?.scale[0], output?.scale[0]];
      const [inputZero = NaN, outputZero = NaN] = [input?.zeroPoint[0], output?.zeroPoint[0]];
      for (let row = 0; row < 64; row++) {
        const codes = [0, 1].map(
          (i) => Math.round((network.inputs[row * 2 + i] ?? NaN) / inputScale) + inputZero,
        );
        const clamped = codes.map((code) => Math.min(127, Math.max(-128, code)));
        const expected =
          outputsByDefinition(
            network,
            clamped.map((code) => (code - inputZero) * inputScale),
          )[0] ?? NaN;
        const actual = ((interpreter.runRaw([clamped])[0]?.[0] ?? NaN) - outputZero) * outputScale;
        // Three layers, each a rounding of weights and of values: 5 % of the output's range of 255 steps.
        expect(Math.abs(actual - expected)).toBeLessThan(outputScale * 13);
      }
    }
  });

  it('computes a constant output and a dead layer', () => {
    const network = sampleNetwork(1, 1, [4, 1]);
    const dead = network.weights.map(({ kernel }, i) => ({
      kernel: kernel.map(() => 0),
      bias: i === 0 ? Float32Array.of(-1, -1, -1, -1) : Float32Array.of(0.7),
    }));
    const model = int8Model(floatModel(network.description, dead), [network.inputs]);
    const interpreter = new Interpreter(model);
    const { scale = [], zeroPoint = [] } = interpreter.outputs[0]?.quantization ?? {};
    const [code = NaN] = interpreter.runRaw([[3]])[0] ?? [];
    expect((code - (zeroPoint[0] ?? NaN)) * (scale[0] ?? NaN)).toBeCloseTo(0.7, 2);
  });

  it('refuses samples that do not fit or are not finite, and models that are not float', () => {
    const { description, weights, inputs } = sampleNetwork(1, 2, [4, 1]);
    const float = floatModel(description, weights);
    const idOf = (action: () => unknown): string => {
      try {
        action();
      } catch (error) {
        if (error instanceof Problem) return error.sentence.id;
        throw error;
      }
      return 'nothing was thrown';
    };
    expect(idOf(() => int8Model(float, []))).toBe('quantize.noRows');
    expect(idOf(() => int8Model(float, [new Float32Array(1)]))).toBe('quantize.noRows');
    expect(idOf(() => int8Model(float, [new Float32Array(3)]))).toBe('quantize.rowsDoNotFit');
    expect(idOf(() => int8Model(float, [Float32Array.of(1, NaN)]))).toBe('quantize.notFinite');
    expect(idOf(() => int8Model(int8Model(float, [inputs]), [inputs]))).toBe('quantize.notFloat');
  });
});

describe('dynamicRangeModel', () => {
  it('quantizes weights from 1024 elements on, and says which', () => {
    const { description, weights } = sampleNetwork(1, 1, [31, 33, 32, 32, 1]);
    const float = floatModel(description, weights);
    const { model, weightTensors, quantizedTensors } = dynamicRangeModel(float);
    const elements = (index: number): number =>
      model.subgraphs[0]?.tensors[index]?.shape.reduce((a, b) => a * b, 1) ?? NaN;
    expect(weightTensors.map(elements)).toEqual([31, 31 * 33, 33 * 32, 1024, 32]);
    expect(quantizedTensors.map(elements)).toEqual([33 * 32, 1024]);
    for (const index of quantizedTensors) {
      const tensor = model.subgraphs[0]?.tensors[index];
      expect(tensor?.type).toBe('INT8');
      expect(tensor?.quantization?.scale).toHaveLength(32);
      expect(model.buffers[tensor?.buffer ?? 0]).toHaveLength(elements(index));
    }
    expect(model.subgraphs[0]?.operators.map((operator) => operator.version)).toEqual([1, 1, 12, 12, 1]);
    expect(model.buffers).toHaveLength(float.buffers.length);
    expect(conversionNote('quantized', model)).toEqual({
      id: 'quantize.noteHybrid',
      args: { quantized: 2, tensors: 5, rule: 1024 },
    });
  });

  it('can be computed with the floats that its weights stand for', () => {
    const network = sampleNetwork(4, 1, [32, 32, 1]);
    const float = floatModel(network.description, network.weights);
    const { model } = dynamicRangeModel(float);
    const interpreter = new Interpreter(dequantizedWeights(model));
    for (let x = -3; x <= 3; x += 0.25) {
      const expected = outputsByDefinition(network, [x])[0] ?? NaN;
      const actual = interpreter.runRaw([[x]])[0]?.[0] ?? NaN;
      // 32 · 32 weights of up to 1, each within half a step of 1/127; values up to 4, and a last layer of 32 weights.
      expect(Math.abs(actual - expected)).toBeLessThan(0.3);
      expect(actual).not.toBe(expected);
    }
    expect(dequantizedWeights(float)).toBe(float);
    const int8 = int8Model(float, [network.inputs]);
    expect(dequantizedWeights(int8)).toBe(int8);
  });

  it("leaves the tutorial's network as it is, and says so", () => {
    const { description, weights } = sampleNetwork(1, 1, [16, 16, 1]);
    const float = floatModel(description, weights);
    const { model, weightTensors, quantizedTensors } = dynamicRangeModel(float);
    expect(model).toEqual(float);
    expect([weightTensors.length, quantizedTensors.length]).toEqual([3, 0]);
    expect(conversionNote('quantized', model)).toEqual({
      id: 'quantize.noteNothing',
      args: { tensors: 3, largest: 256, rule: 1024 },
    });
    expect(conversionNote('float', float).id).toBe('quantize.noteFloat');
    const int8 = int8Model(float, [Float32Array.of(0, 1)]);
    expect(conversionNote('int8', int8)).toEqual({ id: 'quantize.noteInt8PerTensor', args: { tensors: 3 } });
  });
});
