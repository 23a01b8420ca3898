/** A float `.tflite` as a quantized one, with its project's training data for the ranges of int8. */
import { conversionNote } from '../core/quantize/conversionNote';
import { dynamicRangeModel } from '../core/quantize/dynamicRange';
import { int8Model } from '../core/quantize/int8Model';
import { readModel } from '../core/tflite/read';
import { writeModel } from '../core/tflite/write';
import type { Sentence } from '../../l10n/sentences';

export interface QuantizedFile {
  readonly bytes: Uint8Array;
  readonly note: Sentence;
}

/** Weights of 1024 elements and more become int8, the rest stays. @throws Problem where the model is not float or not of dense layers */
export function sizeOptimisedFile(float: Uint8Array): QuantizedFile {
  const { model } = dynamicRangeModel(readModel(float));
  return { bytes: writeModel(model), note: conversionNote('quantized', model) };
}

/**
 * @param representative [samples, values of the input], row-major
 * @throws Problem where the model is not float, not of dense layers, or the samples do not fit it
 */
export function int8File(float: Uint8Array, representative: Float32Array): QuantizedFile {
  const model = int8Model(readModel(float), [representative]);
  return { bytes: writeModel(model), note: conversionNote('int8', model) };
}
