import { describe, expect, it } from 'vitest';
import type { TensorType } from '../../../src/core/tflite/model';
import { byteText, countText, summary } from '../../../src/core/inspect/summary';
import { model } from '../check/modelBuilder';

describe('the line on top', () => {
  const classifier = (...shape: readonly number[]) =>
    summary(model([{ shape }, { shape: [1, 12] }], [{ name: 'SOFTMAX', inputs: [0], outputs: [1] }]), 2704)
      .id;

  it('calls a classifier one of images only where its input can hardly be anything else', () => {
    expect(classifier(1, 96, 96, 1)).toBe('inspect.summaryImageClassifier');
    expect(classifier(1, 240, 320, 3)).toBe('inspect.summaryImageClassifier');
    // Spectrograms, a window of samples, a row of features.
    for (const shape of [
      [1, 49, 40, 1],
      [1, 49, 10, 1],
      [1, 128, 3],
      [1, 1960],
      [1, 8, 8, 3],
    ]) {
      expect(classifier(...shape), shape.join('×')).toBe('inspect.summaryClassifier');
    }
  });

  it('names weights of 8 bits only where there are some', () => {
    const format = (name: string, ...types: readonly TensorType[]) => {
      const inputs = types.map((_, index) => index);
      const tensors = [...types, 'INT16' as const].map((type) => ({ type }));
      return summary(model(tensors, [{ name, inputs, outputs: [types.length] }]), 100).args.format;
    };
    expect(format('ADD', 'INT16', 'INT16')).toBe('int16');
    expect(format('FULLY_CONNECTED', 'INT16', 'INT8')).toBe('int16×8');
  });

  it('guesses no task where the last operator says nothing of classes', () => {
    const ending = summary(
      model(
        [{ shape: [1, 96, 96, 3] }, { shape: [1, 2] }],
        [{ name: 'LOGISTIC', inputs: [0], outputs: [1] }],
      ),
      100,
    );
    expect(ending.id).toBe('inspect.summaryModel');
  });

  it('gives sizes in three figures, never rounded up, and counts in three figures', () => {
    expect([976, 2704, 300_568, 999_999, 3_980_776].map(byteText)).toEqual([
      '976 B',
      '2.7 KB',
      '300 KB',
      '999 KB',
      '3.9 MB',
    ]);
    expect([0, 999, 7_160_000, 99_960, 999_600].map(countText)).toEqual([
      '0',
      '999',
      '7.2 M',
      '100 k',
      '1 M',
    ]);
  });
});
