/** A trained network as `.tflite` files: float, size-optimised and full int8, with what each gives on the test split. */
import { firmwareFiles, programModel } from '../core/firmware/firmwareFiles';
import { deviceCurve, type ProgramLoop } from '../core/firmware/programLoop';
import type { SampleSet } from '../core/nn/engine';
import { evaluateErrors } from '../core/nn/losses';
import { parameterCount, type ModelDescription, type ModelWeights } from '../core/nn/model';
import {
  mostShownParameters,
  type ConvertedKind,
  type DeviceCurve,
  type RunConverted,
} from '../core/project/run';
import { conversionNote } from '../core/quantize/conversionNote';
import { dequantizedWeights } from '../core/quantize/dequantizedWeights';
import { dynamicRangeModel } from '../core/quantize/dynamicRange';
import { floatModel } from '../core/quantize/floatModel';
import { int8Model } from '../core/quantize/int8Model';
import { layerCodes } from '../core/quantize/layerCodes';
import { representativeSamples } from '../core/quantize/representativeSamples';
import type { Model } from '../core/tflite/model';
import { writeModel } from '../core/tflite/write';
import { predictReal } from './predictReal';

export interface Network {
  readonly description: ModelDescription;
  readonly weights: ModelWeights;
}

export interface ConvertedNetwork {
  readonly converted: readonly RunConverted[];
  readonly device: DeviceCurve;
  /** By path, relative to the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * @param name prefix of the files, for example `sine_model`
 * @param sets training inputs measure the ranges of int8, the test split judges
 * @param loop what the program feeds to the model
 */
export function convertNetwork(
  name: string,
  { description, weights }: Network,
  sets: { readonly training: SampleSet; readonly test: SampleSet },
  loop: ProgramLoop,
): ConvertedNetwork {
  const float = floatModel(description, weights);
  const models: Readonly<Record<ConvertedKind, Model>> = {
    float,
    quantized: dynamicRangeModel(float).model,
    int8: int8Model(float, [representativeSamples(sets.training)]),
  };
  const files = new Map<string, Uint8Array>();
  const made = (kind: ConvertedKind, path: string): { readonly model: Model; readonly bytes: Uint8Array } => {
    const bytes = writeModel(models[kind]);
    files.set(path, bytes);
    return { model: models[kind], bytes };
  };
  const paths: Readonly<Record<ConvertedKind, string>> = {
    float: `${name}.tflite`,
    quantized: `${name}_quantized.tflite`,
    int8: `${name}_int8.tflite`,
  };
  const written = {
    float: made('float', paths.float),
    quantized: made('quantized', paths.quantized),
    int8: made('int8', paths.int8),
  };

  const isShown = parameterCount(description) <= mostShownParameters;
  const converted: RunConverted[] = [];
  for (const kind of ['float', 'quantized', 'int8'] as const) {
    const predictions = predictReal(dequantizedWeights(models[kind]), sets.test.inputs);
    const { mse, mae } = evaluateErrors(predictions, sets.test.targets);
    const { bytes, model } = written[kind];
    const note = conversionNote(kind, model);
    const codes = kind === 'int8' && isShown ? layerCodes(models.int8) : undefined;
    converted.push({
      kind,
      path: paths[kind],
      bytes: bytes.length,
      testMse: mse,
      testMae: mae,
      predictions,
      note,
      ...(codes && { codes }),
    });
  }

  const device = deviceCurve(models[programModel(models.quantized)], loop);
  const encoder = new TextEncoder();
  const sources = firmwareFiles({ name, quantized: written.quantized, int8: written.int8, loop, device });
  for (const [path, text] of Object.entries(sources)) files.set(path, encoder.encode(text));
  return { converted, device, files };
}
