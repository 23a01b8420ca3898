/** The C++ project of a trained model: arrays, the program that runs it, what it will print, and a script to draw that. */
import type { DeviceCurve } from '../project/run';
import type { Model } from '../tflite/model';
import { cArrayHeader, cArraySource, cIdentifier } from './cArray';
import { dataCsv } from './dataCsv';
import { drawPy } from './drawPy';
import { mainCc } from './mainCc';
import { deviceCurve, sineLoop, type ProgramLoop } from './programLoop';

export interface ConvertedModel {
  readonly model: Model;
  /** The `.tflite` file. */
  readonly bytes: Uint8Array;
}

export interface FirmwareModels {
  /** Prefix of the files, for example `sine_model`. */
  readonly name: string;
  /** Size-optimised (`<name>_quantized.tflite`). */
  readonly quantized: ConvertedModel;
  /** Full int8 (`<name>_int8.tflite`). */
  readonly int8: ConvertedModel;
  /** What the program feeds to the model; the tutorial's loop where none is given. */
  readonly loop?: ProgramLoop;
  /** What `programModel` gives over that loop, where it has been computed already. */
  readonly device?: DeviceCurve;
}

/**
 * Which model the program runs: the size-optimised one, as in the tutorial, unless that became a hybrid of float and
 * int8, which TensorFlow Lite Micro refuses.
 */
export function programModel(quantized: Model): 'quantized' | 'int8' {
  const hasInt8 = quantized.subgraphs.some(({ tensors }) => tensors.some(({ type }) => type === 'INT8'));
  return hasInt8 ? 'int8' : 'quantized';
}

/**
 * Text by path (relative, no folders).
 * @throws Problem if TFLM cannot run the model, or it does not map one float or int8 value to one
 */
export function firmwareFiles(models: FirmwareModels): Readonly<Record<string, string>> {
  const { name, loop = sineLoop } = models;
  const kind = programModel(models.quantized.model);
  const { model } = models[kind];
  const { device = deviceCurve(model, loop) } = models;
  return {
    ...arrayFiles(`${name}_quantized`, models.quantized.bytes),
    ...arrayFiles(`${name}_int8`, models.int8.bytes),
    'main.cc': mainCc({ model, arrayName: arrayName(`${name}_${kind}`), header: `${name}_${kind}.h`, loop }),
    'data.csv': dataCsv(device),
    'draw.py': drawPy(),
  };
}

function arrayFiles(stem: string, bytes: Uint8Array): Record<string, string> {
  const array = { name: arrayName(stem), bytes, header: `${stem}.h`, origin: `${stem}.tflite` };
  return { [`${stem}.cc`]: cArraySource(array), [`${stem}.h`]: cArrayHeader(array) };
}

/** `sine_model_quantized_tflite` for `sine_model_quantized`, as `xxd -i` names it. */
function arrayName(stem: string): string {
  return cIdentifier(`${stem}.tflite`);
}
