import { deepStrictEqual } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/core/tflite/read';
import { writeModel } from '../../../src/core/tflite/write';
import { tutorialModel } from './tutorialModel';

describe('size of the tutorial’s files', () => {
  // 321 parameters; int8 keeps 33 of them, the biases, in four bytes each.
  it.each([
    { type: 'FLOAT32', data: 321 * 4, goal: 2000 },
    { type: 'INT8', data: 288 + 33 * 4, goal: 1500 },
  ] as const)('$type: $data bytes of weights in at most $goal bytes', ({ type, data, goal }) => {
    const model = tutorialModel({ type, named: false });
    const bytes = writeModel(model);
    const named = writeModel(tutorialModel({ type, named: true }));
    console.log(`${type}: ${bytes.length} bytes, ${named.length} with short tensor names (weights ${data})`);
    deepStrictEqual(readModel(bytes), model);
    expect(model.buffers.reduce((sum, buffer) => sum + buffer.length, 0)).toBe(data);
    expect(bytes.length).toBeLessThanOrEqual(goal);
  });
});
