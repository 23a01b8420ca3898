import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataCsv } from '../../src/core/firmware/dataCsv';
import { formatStreamFloat } from '../../src/core/firmware/floatFormat';
import { deviceCurve } from '../../src/core/firmware/programLoop';
import { dynamicRangeModel } from '../../src/core/quantize/dynamicRange';
import { floatModel } from '../../src/core/quantize/floatModel';
import { readModel } from '../../src/core/tflite/read';
import { hasShared, sharedPath } from '../shared';
import { sampleNetwork } from '../unit/quantize/sampleNetwork';
import { askPython, describePython } from './python';
import {
  conversions,
  judgedInputs,
  ourOutputs,
  randomNetworks,
  trainedSine,
  withFiles,
  type JudgedModel,
  type Question,
} from './tflmModels';

/** Outputs per input, or why the file was refused. */
type TflmAnswer = readonly (readonly number[])[] | { readonly error: string };

const askTflm = (questions: readonly Question[]): readonly TflmAnswer[] =>
  askPython('tflmRun.py', questions) as readonly TflmAnswer[];

describePython('TensorFlow Lite Micro', () => {
  it('loads all our files and computes what we compute: int8 equal, float within 1e-6', async () => {
    const networks = [...randomNetworks(), await trainedSine()];
    const models = networks.flatMap(conversions);
    const answers = withFiles(models, judgedInputs, askTflm);
    expect(answers).toHaveLength(models.length);
    models.forEach(({ name, kind, model }, i) => {
      const answer = answers[i];
      if (!answer || 'error' in answer) expect.fail(`${name}: ${answer?.error ?? 'no answer'}`);
      const ours = ourOutputs(model, judgedInputs(kind));
      expect(answer, name).toHaveLength(256);
      if (kind === 'int8') expect(ours, name).toEqual(answer);
      else expect(largestDifference(ours, answer), name).toBeLessThanOrEqual(1e-6);
    });
  });

  it('refuses a hybrid file, as we say', () => {
    const { description, weights } = sampleNetwork(1, 1, [32, 32, 1]);
    const { model } = dynamicRangeModel(floatModel(description, weights));
    const hybrid: JudgedModel = { name: 'hybrid', kind: 'quantized', model };
    const [answer] = withFiles([hybrid], judgedInputs, askTflm);
    expect(answer).toHaveProperty('error');
  });

  it("makes the lines of data.csv that we print, digit for digit, from the program's own inputs", async () => {
    const models = conversions(await trainedSine()).filter(({ kind }) => kind !== 'int8');
    const programInputs = Array.from({ length: 1000 }, (_, i) => [
      Math.fround(Math.fround(i / 1000) * Math.fround(2 * Math.fround(3.14159265359))),
    ]);
    const answers = withFiles(models, () => programInputs, askTflm);
    models.forEach(({ name, model }, i) => {
      const answer = answers[i];
      if (!answer || 'error' in answer) expect.fail(name);
      const lines = answer.map(([y = NaN], row) => {
        return `${formatStreamFloat(programInputs[row]?.[0] ?? NaN)},${formatStreamFloat(y)}\n`;
      });
      expect(dataCsv(deviceCurve(model)), name).toBe(lines.join(''));
    });
  });

  describe.skipIf(!hasShared)('on public models', () => {
    it.each(['hello_world_int8.tflite', 'hello_world_float.tflite'])('computes %s as we do', (file) => {
      const path = sharedPath(`models/${file}`);
      const kind = file.includes('int8') ? 'int8' : 'float';
      const inputs = judgedInputs(kind);
      const [answer] = askTflm([{ path, inputs }]);
      if (!answer || 'error' in answer) expect.fail(file);
      const ours = ourOutputs(readModel(readFileSync(path)), inputs);
      if (kind === 'int8') expect(ours).toEqual(answer);
      else expect(largestDifference(ours, answer)).toBeLessThanOrEqual(1e-6);
    });
  });
});

function largestDifference(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  const differences = a.flatMap((values, row) =>
    values.map((value, i) => Math.abs(value - (b[row]?.[i] ?? NaN))),
  );
  return differences.some(Number.isNaN) ? NaN : Math.max(...differences);
}
