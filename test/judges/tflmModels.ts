/** Models for the judges: networks of random weights and a trained sine, converted in every way we offer. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtinEngine } from '../../src/core/nn/builtinEngine';
import { drawRunData, sampleSets } from '../../src/core/project/runData';
import { sineProject } from '../../src/core/project/sineProject';
import { trainingPlan } from '../../src/core/project/trainingPlan';
import { dynamicRangeModel } from '../../src/core/quantize/dynamicRange';
import { floatModel } from '../../src/core/quantize/floatModel';
import { int8Model } from '../../src/core/quantize/int8Model';
import { Interpreter } from '../../src/core/runtime/interpreter';
import type { Model } from '../../src/core/tflite/model';
import { writeModel } from '../../src/core/tflite/write';
import { sampleNetwork, type SampleNetwork } from '../unit/quantize/sampleNetwork';

export interface JudgedModel {
  readonly name: string;
  readonly kind: 'float' | 'quantized' | 'int8';
  readonly model: Model;
}

/** A network with one input, in all four conversions. */
export function conversions({ description, weights, inputs }: SampleNetwork): JudgedModel[] {
  const { name } = description;
  const float = floatModel(description, weights);
  return [
    { name: `${name} float`, kind: 'float', model: float },
    { name: `${name} size-optimised`, kind: 'quantized', model: dynamicRangeModel(float).model },
    {
      name: `${name} int8 per tensor`,
      kind: 'int8',
      model: int8Model(float, [inputs], { dense: 'per-tensor' }),
    },
    {
      name: `${name} int8 per channel`,
      kind: 'int8',
      model: int8Model(float, [inputs], { dense: 'per-channel' }),
    },
  ];
}

export function randomNetworks(): SampleNetwork[] {
  return [1, 2, 3, 4, 5].flatMap((seed) => [
    sampleNetwork(seed, 1, [16, 1]),
    sampleNetwork(seed + 100, 1, [16, 16, 1]),
    sampleNetwork(seed + 200, 1, [7, 13, 5, 1]),
  ]);
}

/** The tutorial's second network after a short training, or a longer one. */
export async function trainedSine(epochs = 100): Promise<SampleNetwork> {
  const data = sampleSets(drawRunData(sineProject));
  const plan = trainingPlan(sineProject).at(-1);
  if (!plan) throw new Error('The project has no models');
  const options = { ...plan.options, epochs };
  const { weights } = await builtinEngine.fit(
    plan.model,
    plan.initialWeights,
    data.training,
    data.validation,
    options,
  );
  return { description: plan.model, weights, inputs: data.training.inputs };
}

/** Inputs for `kind`: every code of an int8, or 256 numbers around the ranges that the networks know. */
export function judgedInputs(kind: JudgedModel['kind']): number[][] {
  return Array.from({ length: 256 }, (_, i) => [kind === 'int8' ? i - 128 : Math.fround((i - 100) * 0.05)]);
}

export function ourOutputs(model: Model, inputs: readonly (readonly number[])[]): number[][] {
  const interpreter = new Interpreter(model);
  return inputs.map((values) => interpreter.runRaw([values])[0] ?? []);
}

export interface Question {
  readonly path: string;
  readonly inputs: readonly (readonly number[])[];
}

/** Writes the models as files, asks, and removes them again. */
export function withFiles<Answer>(
  models: readonly JudgedModel[],
  inputsFor: (kind: JudgedModel['kind']) => number[][],
  ask: (questions: readonly Question[]) => Answer,
): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'tinyml-judges-'));
  try {
    const questions = models.map(({ model, kind }, i) => {
      const path = join(folder, `${String(i)}.tflite`);
      writeFileSync(path, writeModel(model));
      return { path, inputs: inputsFor(kind) };
    });
    return ask(questions);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
