/** The C++ program of one `.tflite`: its array, the program that runs it, what it will print, and a script to draw that. */
import { cArrayHeader, cArraySource, cIdentifier } from '../core/firmware/cArray';
import { dataCsv } from '../core/firmware/dataCsv';
import { drawPy } from '../core/firmware/drawPy';
import { mainCc } from '../core/firmware/mainCc';
import { deviceCurve } from '../core/firmware/programLoop';
import { readModel } from '../core/tflite/read';
import type { ExportRequest } from '../protocol/stepWorker';
import { loopOf } from './projectData';
import type { Files } from './saveFiles';

/** What would end an #include or a comment, or continue it on the next line. */
const notInSource = /[\p{Cc}\p{Zl}\p{Zp}"\\]/gu;

/** @throws Problem where TensorFlow Lite Micro cannot run the model, or it does not take what the loop feeds */
export function exportProgram({ fileName, bytes, source }: ExportRequest): Files {
  const model = readModel(bytes);
  const loop = loopOf(source);
  const stem = fileName.replace(/\.tflite$/i, '').replace(notInSource, '_');
  const array = { name: cIdentifier(fileName), bytes, header: `${stem}.h`, origin: `${stem}.tflite` };
  const texts: Readonly<Record<string, string>> = {
    'main.cc': mainCc({ model, arrayName: array.name, header: array.header, loop }),
    [`${stem}.cc`]: cArraySource(array),
    [`${stem}.h`]: cArrayHeader(array),
    'data.csv': dataCsv(deviceCurve(model, loop)),
    'draw.py': drawPy(),
  };
  const encoder = new TextEncoder();
  return new Map(Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)]));
}
