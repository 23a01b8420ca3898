import { describe, expect, it } from 'vitest';
import { tflmOperators } from '../../../src/core/check/tflm-90b983c';
import { builtinNames } from '../../../src/core/tflite/builtins';

describe('operators of TensorFlow Lite Micro', () => {
  const builtins = tflmOperators.filter(({ isCustom }) => !isCustom);

  it('are 100 builtins of the schema and 18 custom ones, each once', () => {
    const schema = new Set<string>(Object.values(builtinNames));
    expect(builtins.filter(({ name }) => !schema.has(name))).toEqual([]);
    expect([builtins.length, tflmOperators.length - builtins.length]).toEqual([100, 18]);
    expect(new Set(tflmOperators.map(({ name }) => name)).size).toBe(118);
    expect(new Set(tflmOperators.map(({ method }) => method)).size).toBe(118);
  });

  it('lack what TFLM is known to lack', () => {
    for (const absent of [
      'GELU',
      'POW',
      'RANGE',
      'TILE',
      'TOPK_V2',
      'ONE_HOT',
      'SELECT',
      'REDUCE_PROD',
      'LSTM',
    ]) {
      expect(builtins.some(({ name }) => name === absent)).toBe(false);
    }
  });
});
