import { describe, expect, it } from 'vitest';
import { floatModel } from '../../../src/core/quantize/floatModel';
import { int8Model } from '../../../src/core/quantize/int8Model';
import { layerCodes } from '../../../src/core/quantize/layerCodes';
import { readModel } from '../../../src/core/tflite/read';
import { writeModel } from '../../../src/core/tflite/write';
import { sampleNetwork } from './sampleNetwork';

describe('the codes of an int8 model', () => {
  it.each(['per-tensor', 'per-channel'] as const)(
    'stand for the float weights, half a step off at most (%s)',
    (dense) => {
      for (let seed = 1; seed <= 10; seed++) {
        const { description, weights, inputs } = sampleNetwork(seed, 3, [8, 5, 1]);
        const model = int8Model(floatModel(description, weights), [inputs], { dense });
        const codes = layerCodes(readModel(writeModel(model)))!;
        expect(codes).toHaveLength(weights.length);
        codes.forEach((layer, index) => {
          const { kernel, bias } = weights[index]!;
          const units = bias.length;
          const size = kernel.length / units;
          const scaleOf = (scales: Float32Array, unit: number): number => scales[unit] ?? scales[0]!;
          kernel.forEach((weight, at) => {
            const [input, unit] = [Math.floor(at / units), at % units];
            const scale = scaleOf(layer.weightScales, unit);
            expect(Math.abs(layer.weights[unit * size + input]! * scale - weight)).toBeLessThanOrEqual(
              scale * 0.5001,
            );
          });
          bias.forEach((value, unit) => {
            const scale = scaleOf(layer.biasScales, unit);
            expect(Math.abs(layer.bias[unit]! * scale - value)).toBeLessThanOrEqual(scale * 0.5001);
          });
        });
      }
    },
  );

  it('are not there in a float model', () => {
    const { description, weights } = sampleNetwork(1, 1, [4, 1]);
    expect(layerCodes(floatModel(description, weights))).toBeUndefined();
  });
});
