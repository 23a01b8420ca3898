import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import { floatModel } from '../../../src/core/quantize/floatModel';
import { int8Model } from '../../../src/core/quantize/int8Model';
import { Interpreter } from '../../../src/core/runtime/interpreter';
import { readModel } from '../../../src/core/tflite/read';
import type { Model, Operator, OperatorOptions, Tensor } from '../../../src/core/tflite/model';
import { sampleNetwork } from '../quantize/sampleNetwork';
import { describeShared, sharedPath } from '../../shared';

const { description, weights, inputs } = sampleNetwork(1, 2, [4, 1]);
const float = floatModel(description, weights);
const int8 = int8Model(float, [inputs]);

/** The model with one operator or tensor of its subgraph replaced. */
function changed(
  model: Model,
  change: { operator?: Partial<Operator>; tensor?: [number, Partial<Tensor>] },
): Model {
  const subgraphs = model.subgraphs.map((subgraph) => ({
    ...subgraph,
    operators: subgraph.operators.map((operator, i) =>
      i === 0 ? { ...operator, ...change.operator } : operator,
    ),
    tensors: subgraph.tensors.map((tensor, i) =>
      i === change.tensor?.[0] ? { ...tensor, ...change.tensor[1] } : tensor,
    ),
  }));
  return { ...model, subgraphs };
}

function idOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Problem) return error.sentence.id;
    throw error;
  }
  return 'nothing was thrown';
}

describe('Interpreter', () => {
  it('refuses what it does not compute, by a sentence', () => {
    const refusal = (model: Model, change: Parameters<typeof changed>[1]): string =>
      idOf(() => new Interpreter(changed(model, change)));
    const activation = (name: string): OperatorOptions => ({
      table: 'FullyConnectedOptions',
      values: { fused_activation_function: name },
    });
    expect(refusal(float, { operator: { name: 'CONV_2D' } })).toBe('runtime.unsupportedOperator');
    expect(refusal(float, { operator: { name: 'CUSTOM', customCode: 'x' } })).toBe(
      'runtime.unsupportedOperator',
    );
    expect(refusal(float, { operator: { inputs: [99, 1, 2] } })).toBe('runtime.missingTensor');
    expect(refusal(float, { operator: { inputs: [0] } })).toBe('runtime.missingTensor');
    expect(refusal(float, { operator: { options: activation('TANH') } })).toBe('runtime.unsupportedOption');
    expect(refusal(float, { tensor: [0, { type: 'STRING' }] })).toBe('runtime.unsupportedTensorType');
    expect(refusal(float, { tensor: [0, { shape: [1, 3] }] })).toBe('runtime.shapesDoNotFit');
    expect(refusal(float, { tensor: [0, { shape: [-1, 2] }] })).toBe('runtime.badShape');
    expect(refusal(float, { tensor: [0, { shape: [2 ** 20, 2 ** 20] }] })).toBe('runtime.badShape');
    expect(refusal(float, { tensor: [1, { type: 'INT8' }] })).toBe('runtime.wrongBufferSize');
    expect(refusal(float, { tensor: [1, { type: 'INT8', buffer: 0 }] })).toBe('runtime.hybrid');
    expect(refusal(int8, { tensor: [2, { type: 'FLOAT32' }] })).toBe('runtime.unsupportedTypes');
    const senseless = { scale: Float32Array.of(0), zeroPoint: [0], quantizedDimension: 0 };
    for (const tensor of [0, 1, 3]) {
      expect(refusal(int8, { tensor: [tensor, { quantization: senseless }] })).toBe(
        'runtime.badQuantization',
      );
    }
    expect(idOf(() => new Interpreter({ ...float, subgraphs: [] }))).toBe('runtime.noSubgraph');
  });

  it('refuses input that does not fit', () => {
    const run = (model: Model, values: number[][]): string =>
      idOf(() => new Interpreter(model).runRaw(values));
    expect(run(float, [])).toBe('runtime.wrongInputCount');
    expect(run(float, [[1]])).toBe('runtime.wrongInputLength');
    expect(run(int8, [[1, 128]])).toBe('runtime.inputNotACode');
    expect(run(int8, [[1, 0.5]])).toBe('runtime.inputNotACode');
    expect(run(int8, [[1, NaN]])).toBe('runtime.inputNotACode');
    expect(run(int8, [[-128, 127]])).toBe('nothing was thrown');
  });

  it('gives the same outputs again, whatever it computed in between', () => {
    for (const model of [float, int8]) {
      const interpreter = new Interpreter(model);
      const first = interpreter.runRaw([[3, -2]]);
      interpreter.runRaw([[-100, 100]]);
      expect(interpreter.runRaw([[3, -2]])).toEqual(first);
    }
  });
});

describe('QUANTIZE and DEQUANTIZE', () => {
  const codes = { scale: Float32Array.of(0.1), zeroPoint: [-3], quantizedDimension: 0 };
  const finer = { scale: Float32Array.of(0.05), zeroPoint: [10], quantizedDimension: 0 };

  function convert(name: 'QUANTIZE' | 'DEQUANTIZE', from: Partial<Tensor>, to: Partial<Tensor>): Interpreter {
    const tensor: Tensor = { name: '', type: 'FLOAT32', shape: [5], buffer: 0, isVariable: false };
    return new Interpreter({
      version: 3,
      description: '',
      subgraphs: [
        {
          name: '',
          tensors: [
            { ...tensor, ...from },
            { ...tensor, ...to },
          ],
          inputs: [0],
          outputs: [1],
          operators: [{ name, version: 1, inputs: [0], outputs: [1] }],
        },
      ],
      buffers: [new Uint8Array(0)],
      metadata: [],
      signatures: [],
    });
  }

  it('rounds halves away from zero and clamps', () => {
    const half = { scale: Float32Array.of(0.5), zeroPoint: [-3], quantizedDimension: 0 };
    const interpreter = convert('QUANTIZE', {}, { type: 'INT8', quantization: half });
    expect(interpreter.runRaw([[0.25, -0.25, 0, 1000, -1000]])).toEqual([[-2, -4, -3, 127, -128]]);
  });

  it('leads from codes of one scale to those of another', () => {
    const interpreter = convert(
      'QUANTIZE',
      { type: 'INT8', quantization: codes },
      { type: 'INT8', quantization: finer },
    );
    expect(interpreter.runRaw([[-3, -2, 0, 127, -128]])).toEqual([[10, 12, 16, 127, -128]]);
  });

  it('leads back to the numbers', () => {
    const interpreter = convert('DEQUANTIZE', { type: 'INT8', quantization: codes }, {});
    const [values = []] = interpreter.runRaw([[-128, -3, 0, 7, 127]]);
    [-12.5, 0, 0.3, 1, 13].forEach((expected, i) => expect(values[i]).toBeCloseTo(expected, 6));
  });
});

describeShared('Interpreter on public models', () => {
  it("gives all 256 outputs of TensorFlow Lite Micro's hello_world_int8.tflite", () => {
    const golden = JSON.parse(readFileSync(sharedPath('golden/hello_world_int8.outputs.json'), 'utf8')) as {
      readonly outputs: readonly number[];
    };
    const interpreter = new Interpreter(
      readModel(readFileSync(sharedPath('models/hello_world_int8.tflite'))),
    );
    const outputs = Array.from({ length: 256 }, (_, i) => interpreter.runRaw([[i - 128]])[0]?.[0]);
    expect(outputs).toEqual(golden.outputs);
  });

  it('says that kws_ref_model_float32.tflite is a hybrid or has operators that it lacks', () => {
    const model = readModel(readFileSync(sharedPath('models/kws_ref_model_float32.tflite')));
    expect(idOf(() => new Interpreter(model))).toMatch(/^runtime\.(hybrid|unsupportedOperator)$/);
  });
});
