import { describe, expect, it } from 'vitest';
import { cArrayHeader, cArraySource, cIdentifier } from '../../../src/core/firmware/cArray';
import { firmwareFiles, programModel } from '../../../src/core/firmware/firmwareFiles';
import { mainCc } from '../../../src/core/firmware/mainCc';
import { deviceCurve } from '../../../src/core/firmware/programLoop';
import { resolverMethods } from '../../../src/core/firmware/resolver';
import { Problem } from '../../../src/core/problem';
import { dynamicRangeModel } from '../../../src/core/quantize/dynamicRange';
import { floatModel } from '../../../src/core/quantize/floatModel';
import { int8Model } from '../../../src/core/quantize/int8Model';
import type { Model } from '../../../src/core/tflite/model';
import { randomIntegers } from '../runtime/randomIntegers';
import { outputsByDefinition, sampleNetwork } from '../quantize/sampleNetwork';

const network = sampleNetwork(1, 1, [16, 16, 1]);
const float = floatModel(network.description, network.weights);
const int8 = int8Model(float, [Float32Array.from({ length: 100 }, (_, i) => i * 0.0628)]);

function bytesInSource(source: string): number[] {
  return [...source.matchAll(/0x([0-9a-f]{2})\b/g)].map((match) => parseInt(match[1] ?? '', 16));
}

describe('cArraySource', () => {
  it.each([0, 1, 11, 12, 13, 255, 1000])(
    'holds every byte, in order, and the length (%i bytes)',
    (length) => {
      const random = randomIntegers(length);
      const bytes = Uint8Array.from({ length }, random);
      const source = cArraySource({ name: 'a_tflite', bytes, header: 'a.h', origin: 'a.tflite' });
      expect(bytesInSource(source)).toEqual(Array.from(bytes));
      expect(source).toContain(`const unsigned int a_tflite_len = ${String(length)};`);
      expect(source).toContain('alignas(16) const unsigned char a_tflite[] = {');
    },
  );

  it('brings alignas to a compiler of C', () => {
    const array = { name: 'a_tflite', bytes: Uint8Array.of(1), header: 'a.h', origin: 'a.tflite' };
    expect(cArraySource({ ...array, isC: true })).toContain('#include <stdalign.h>');
    expect(cArraySource(array)).not.toContain('stdalign');
  });

  it('names things as xxd does', () => {
    expect(cIdentifier('sine_model_quantized.tflite')).toBe('sine_model_quantized_tflite');
    expect(cIdentifier('2-nd model.tflite')).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
    const header = cArrayHeader({
      name: 'a_tflite',
      header: 'a b.h',
      origin: 'a b.tflite',
    });
    expect(header.match(/A_B_H_/g)).toHaveLength(3);
  });
});

describe('resolverMethods', () => {
  it('lists each operator once', () => {
    expect(resolverMethods(float)).toEqual(['AddFullyConnected']);
    const [subgraph] = float.subgraphs;
    const operators = ['CONV_2D', 'RESHAPE', 'CONV_2D', 'SOFTMAX'].map((name) => ({
      name,
      version: 1,
      inputs: [0, 1, 2],
      outputs: [3],
    }));
    const model = { ...float, subgraphs: subgraph ? [{ ...subgraph, operators }] : [] } as Model;
    expect(resolverMethods(model)).toEqual(['AddConv2D', 'AddReshape', 'AddSoftmax']);
    expect(mainCc({ model, arrayName: 'a', header: 'a.h' })).toContain('MicroMutableOpResolver<3>');
  });

  it('refuses what TensorFlow Lite Micro refuses', () => {
    const wide = sampleNetwork(2, 1, [32, 32, 1]);
    const { model } = dynamicRangeModel(floatModel(wide.description, wide.weights));
    expect(() => resolverMethods(model)).toThrow(Problem);
    expect(programModel(model)).toBe('int8');
    expect(programModel(dynamicRangeModel(float).model)).toBe('quantized');
  });
});

describe('the arena of the program', () => {
  const arenaBytes = (model: Model): number => {
    const program = mainCc({ model, arrayName: 'a', header: 'a.h' });
    return 1024 * Number(/kTensorArenaSize = (\d+) \* 1024;/.exec(program)?.[1]);
  };

  it('is the 10 KB of the tutorial for its models', () => {
    expect(arenaBytes(float)).toBe(10 * 1024);
    expect(arenaBytes(int8)).toBe(10 * 1024);
  });

  // The smallest arenas that allocate in TensorFlow Lite Micro 90b983c, built for x86-64.
  it.each([
    ['wide', [4000, 1], 16_880],
    ['deep', [...new Array<number>(40).fill(8), 1], 14_992],
  ])('is enough for a %s network', (_, units, smallestBytes) => {
    const { description, weights } = sampleNetwork(4, 1, units);
    expect(arenaBytes(floatModel(description, weights))).toBeGreaterThanOrEqual(smallestBytes);
  });
});

describe('deviceCurve', () => {
  it('visits [0, 2π) in 1000 even steps and computes the network there', () => {
    const { x, y } = deviceCurve(float);
    expect(x).toHaveLength(1000);
    x.forEach((value, i) => {
      expect(Math.abs(value - (i * 2 * Math.PI) / 1000)).toBeLessThan(1e-6);
      expect(Math.abs((y[i] ?? NaN) - (outputsByDefinition(network, [value])[0] ?? NaN))).toBeLessThan(1e-4);
    });
    expect(x[0]).toBe(0);
    expect(x[999]).toBeLessThan(2 * Math.PI);
  });

  it('feeds and reads codes where the model wants them', () => {
    const float32 = deviceCurve(float).y;
    const codes = deviceCurve(int8).y;
    const span = Math.max(...float32) - Math.min(...float32);
    codes.forEach((value, i) => expect(Math.abs(value - (float32[i] ?? NaN))).toBeLessThan(span * 0.05));
  });

  it('refuses a model of several values', () => {
    const wide = sampleNetwork(3, 2, [4, 1]);
    expect(() => deviceCurve(floatModel(wide.description, wide.weights))).toThrow(Problem);
  });
});

describe('firmwareFiles', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const files = firmwareFiles({
    name: 'sine_model',
    quantized: { model: dynamicRangeModel(float).model, bytes },
    int8: { model: int8, bytes },
  });

  it('makes the seven files of the tutorial', () => {
    expect(Object.keys(files).sort()).toEqual([
      'data.csv',
      'draw.py',
      'main.cc',
      'sine_model_int8.cc',
      'sine_model_int8.h',
      'sine_model_quantized.cc',
      'sine_model_quantized.h',
    ]);
    for (const text of Object.values(files)) expect(text).toMatch(/^[\x20-\x7e\n]*\n$/);
  });

  it('runs the size-optimised model on the present API, and says nothing of the old one', () => {
    const program = files['main.cc'] ?? '';
    expect(program).toContain('#include "sine_model_quantized.h"');
    expect(program).toContain('tflite::GetModel(sine_model_quantized_tflite)');
    expect(program).not.toMatch(/ErrorReporter|AllOpsResolver|tensorflow\/lite\/version\.h/);
  });

  it('has a line x,y for each inference', () => {
    const lines = files['data.csv']?.trimEnd().split('\n') ?? [];
    expect(lines).toHaveLength(1000);
    expect(lines[1]?.startsWith('0.00628319,')).toBe(true);
    for (const line of lines) expect(line.split(',').map(Number).every(Number.isFinite)).toBe(true);
  });
});
