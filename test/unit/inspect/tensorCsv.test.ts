import { describe, expect, it } from 'vitest';
import { tensorCsv } from '../../../src/core/inspect/tensorCsv';
import type { Model, Tensor } from '../../../src/core/tflite/model';

function modelOf(tensor: Partial<Tensor>, data: Uint8Array): Model {
  return {
    version: 3,
    description: '',
    subgraphs: [
      {
        name: '',
        tensors: [{ name: '=x', type: 'INT8', shape: [2, 3], buffer: 1, isVariable: false, ...tensor }],
        inputs: [],
        outputs: [],
        operators: [],
      },
    ],
    buffers: [new Uint8Array(0), data],
    metadata: [],
    signatures: [],
  };
}

const text = (model: Model, kind: 'real' | 'raw'): string | undefined => {
  const bytes = tensorCsv(model, 0, 0, kind);
  return bytes && new TextDecoder().decode(bytes);
};

describe('a tensor as CSV', () => {
  it('names each value by its index along every dimension, last one fastest', () => {
    const quantization = { scale: Float32Array.of(0.5), zeroPoint: [1], quantizedDimension: 0 };
    const model = modelOf({ quantization }, Uint8Array.of(1, 2, 3, 4, 5, 255));
    expect(text(model, 'raw')).toBe('i0,i1,value\r\n0,0,1\r\n0,1,2\r\n0,2,3\r\n1,0,4\r\n1,1,5\r\n1,2,-1\r\n');
    expect(text(model, 'real')?.split('\r\n').slice(1, -1)).toEqual([
      '0,0,0',
      '0,1,0.5',
      '0,2,1',
      '1,0,1.5',
      '1,1,2',
      '1,2,-1',
    ]);
  });

  it('has a row for each value, also where a tensor is longer than what is written at once', () => {
    const count = 70_001;
    const rows = text(
      modelOf({ type: 'UINT8', shape: [count] }, new Uint8Array(count).fill(7)),
      'raw',
    )?.split('\r\n');
    expect(rows?.length).toBe(count + 2);
    expect(rows?.[count]).toBe(`${count - 1},7`);
  });

  it('is a plain row where the shape does not fit the data, and nothing without numbers', () => {
    expect(text(modelOf({ shape: [9, 9] }, Uint8Array.of(1, 2)), 'raw')).toBe('i0,value\r\n0,1\r\n1,2\r\n');
    expect(text(modelOf({ type: 'STRING' }, Uint8Array.of(1, 2)), 'raw')).toBeUndefined();
    expect(text(modelOf({}, new Uint8Array(0)), 'raw')).toBeUndefined();
  });

  it('writes a scalar without an index', () => {
    expect(text(modelOf({ shape: [] }, Uint8Array.of(5)), 'raw')).toBe('value\r\n5\r\n');
  });
});
