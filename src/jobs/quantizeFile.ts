/** A float `.tflite` as a quantized one, with its project's training data for the ranges of int8. */
import { conversionNote } from '../core/quantize/conversionNote';
import { dynamicRangeModel } from '../core/quantize/dynamicRange';
import { int8Model } from '../core/quantize/int8Model';
import { representativeSamples } from '../core/quantize/representativeSamples';
import { readModel } from '../core/tflite/read';
import { writeModel } from '../core/tflite/write';
import type { QuantizedFile, QuantizeRequest } from '../protocol/stepWorker';
import { projectData } from './projectData';

/**
 * `quantized`: weights of 1024 elements and more become int8, the rest stays. `int8`: everything does.
 *
 * @throws Problem where the model is not float, not of dense layers, or the project's samples do not fit it
 */
export function quantizeFile(request: QuantizeRequest): QuantizedFile {
  const float = readModel(request.float);
  const model =
    request.how === 'quantized'
      ? dynamicRangeModel(float).model
      : int8Model(float, [representativeSamples(projectData(request.source).sets.training)]);
  return { bytes: writeModel(model), note: conversionNote(request.how, model) };
}
