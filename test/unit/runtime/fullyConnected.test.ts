import { describe, expect, it } from 'vitest';
import { Interpreter } from '../../../src/core/runtime/interpreter';
import { quantizeMultiplier } from '../../../src/core/runtime/multiplier';
import type { Model, Tensor } from '../../../src/core/tflite/model';
import { randomIntegers } from './randomIntegers';

interface Int8Layer {
  readonly batches: number;
  readonly depth: number;
  readonly units: number;
  readonly activation: 'NONE' | 'RELU' | 'RELU6' | 'RELU_N1_TO_1';
  readonly weights: Int8Array;
  readonly bias: Int32Array | undefined;
  readonly inputScale: number;
  readonly inputZero: number;
  readonly weightScales: Float32Array;
  readonly outputScale: number;
  readonly outputZero: number;
}

function randomLayer(seed: number): Int8Layer {
  const random = randomIntegers(seed);
  const upTo = (limit: number): number => (random() >>> 0) % limit;
  const scale = (): number => Math.fround(2 ** -(3 + upTo(6)) * (1 + upTo(1000) / 1000));
  const [depth, units] = [1 + upTo(20), 1 + upTo(9)];
  return {
    batches: 1 + upTo(3),
    depth,
    units,
    activation: (['NONE', 'RELU', 'RELU6', 'RELU_N1_TO_1'] as const)[upTo(4)] ?? 'NONE',
    weights: Int8Array.from({ length: depth * units }, () => upTo(255) - 127),
    bias: upTo(4) === 0 ? undefined : Int32Array.from({ length: units }, () => upTo(20001) - 10000),
    inputScale: scale(),
    inputZero: upTo(256) - 128,
    weightScales: Float32Array.from({ length: upTo(2) === 0 ? 1 : units }, scale),
    outputScale: Math.fround(scale() * 8),
    outputZero: upTo(256) - 128,
  };
}

function modelOf(layer: Int8Layer): Model {
  const { batches, depth, units, inputScale, weightScales, bias } = layer;
  const tensor = (
    type: Tensor['type'],
    shape: number[],
    buffer: number,
    scale: Float32Array,
    zero: number,
  ): Tensor => ({
    name: '',
    type,
    shape,
    buffer,
    isVariable: false,
    quantization: { scale, zeroPoint: Array.from(scale, () => zero), quantizedDimension: 0 },
  });
  const tensors = [
    tensor('INT8', [batches, depth], 0, Float32Array.of(inputScale), layer.inputZero),
    tensor('INT8', [units, depth], 1, weightScales, 0),
    tensor('INT8', [batches, units], 0, Float32Array.of(layer.outputScale), layer.outputZero),
    tensor(
      'INT32',
      [units],
      2,
      weightScales.map((scale) => inputScale * scale),
      0,
    ),
  ];
  const values = { fused_activation_function: layer.activation };
  const operators = [
    {
      name: 'FULLY_CONNECTED' as const,
      version: 4,
      inputs: [0, 1, bias ? 3 : -1],
      outputs: [2],
      options: { table: 'FullyConnectedOptions', values },
    },
  ];
  return {
    version: 3,
    description: '',
    subgraphs: [
      { name: '', tensors: bias ? tensors : tensors.slice(0, 3), inputs: [0], outputs: [2], operators },
    ],
    buffers: [
      new Uint8Array(0),
      new Uint8Array(layer.weights.buffer),
      bias ? new Uint8Array(bias.buffer) : new Uint8Array(0),
    ],
    metadata: [],
    signatures: [],
  };
}

/** The reference kernel's formula in 64-bit integers: scaled with two roundings, halves away from zero. */
function byDefinition(layer: Int8Layer, input: readonly number[]): number[] {
  const { depth, units, activation, outputScale, outputZero } = layer;
  const bounds = { NONE: [-Infinity, Infinity], RELU: [0, Infinity], RELU6: [0, 6], RELU_N1_TO_1: [-1, 1] }[
    activation
  ];
  const [low = NaN, high = NaN] = bounds.map(
    (real) => outputZero + Math.round(Math.fround(real / outputScale)),
  );
  return Array.from({ length: layer.batches * units }, (_, i) => {
    const [batch, unit] = [Math.floor(i / units), i % units];
    let sum = BigInt(layer.bias?.[unit] ?? 0);
    for (let d = 0; d < depth; d++) {
      const weight = layer.weights[unit * depth + d] ?? NaN;
      sum += BigInt(weight) * BigInt((input[batch * depth + d] ?? NaN) - layer.inputZero);
    }
    const isPerChannel = layer.weightScales.length > 1;
    const product = layer.inputScale * (layer.weightScales[isPerChannel ? unit : 0] ?? NaN);
    const factor = (isPerChannel ? product : Math.fround(product)) / outputScale;
    const { mantissa, shift } = quantizeMultiplier(factor);
    const once = divide(sum * 2n ** BigInt(Math.max(shift, 0)) * BigInt(mantissa), 2n ** 31n, true);
    const twice = divide(once, 2n ** BigInt(Math.max(-shift, 0)), false);
    return Math.max(-128, low, Math.min(127, high, Number(twice) + outputZero));
  });
}

/** To nearest; a half of a negative number goes up if `halvesUp`, else away from zero. */
function divide(value: bigint, divisor: bigint, halvesUp: boolean): bigint {
  const magnitude = value < 0n ? -value : value;
  const nudge = value < 0n && halvesUp ? divisor - 1n : divisor;
  const quotient = (2n * magnitude + nudge) / (2n * divisor);
  return value < 0n ? -quotient : quotient;
}

describe('FULLY_CONNECTED in int8', () => {
  it("equals the reference kernel's formula on 300 random layers", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const layer = randomLayer(seed);
      const interpreter = new Interpreter(modelOf(layer));
      const random = randomIntegers(seed + 1000);
      for (let sample = 0; sample < 5; sample++) {
        const input = Array.from({ length: layer.batches * layer.depth }, () => (random() << 24) >> 24);
        expect(interpreter.runRaw([input]), `layer ${String(seed)}`).toEqual([byDefinition(layer, input)]);
      }
    }
  });
});
