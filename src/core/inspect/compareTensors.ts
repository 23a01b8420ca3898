import type { Model, Tensor } from '../tflite/model';
import { shapeText } from './displayName';
import { realValues, tensorCodes } from './tensorValues';

/** One difference of a matched operator. `place` says where: `input 1`, or the parameter's name. */
export interface Change {
  readonly what: 'version' | 'parameter' | 'type' | 'shape' | 'scale' | 'zeroPoint' | 'weights' | 'operand';
  readonly place: string;
  readonly before: string;
  readonly after: string;
  /** Of `weights`: the largest |difference| of real values. */
  readonly largestDifference?: number;
}

/** Differences of the tensors at one place of two matched operators; either may be absent. */
export function tensorChanges(
  modelBefore: Model,
  modelAfter: Model,
  place: string,
  before: Tensor | undefined,
  after: Tensor | undefined,
): readonly Change[] {
  if (!before || !after) {
    if (!before && !after) return [];
    return [{ what: 'operand', place, before: before?.name ?? '', after: after?.name ?? '' }];
  }
  const changes: Change[] = [];
  const note = (what: Change['what'], was: string, is: string) => {
    if (was !== is) changes.push({ what, place, before: was, after: is });
  };
  note('type', before.type, after.type);
  note('shape', shapeText(before.shape), shapeText(after.shape));
  note('scale', listText(before.quantization?.scale), listText(after.quantization?.scale));
  note('zeroPoint', listText(before.quantization?.zeroPoint), listText(after.quantization?.zeroPoint));
  const weights = weightChange(modelBefore, modelAfter, before, after);
  if (weights) changes.push({ ...weights, place });
  return changes;
}

const shownValues = 4;

/** Long lists are told apart by all values, and shown by the first few and their number. */
function listText(values: Float32Array | readonly number[] | undefined): string {
  if (!values || values.length === 0) return '–';
  const shown = Array.from(values.slice(0, shownValues), (value) =>
    String(Number(value.toPrecision(6))),
  ).join(', ');
  if (values.length <= shownValues) return shown;
  let sum = 0;
  for (const [index, value] of values.entries()) sum += value * (index + 1);
  return `${shown} … (${values.length}, Σ ${sum.toPrecision(6)})`;
}

function weightChange(
  modelBefore: Model,
  modelAfter: Model,
  before: Tensor,
  after: Tensor,
): Omit<Change, 'place'> | undefined {
  const codesBefore = tensorCodes(modelBefore, before);
  const codesAfter = tensorCodes(modelAfter, after);
  if (!codesBefore || codesBefore.length !== codesAfter?.length) return undefined;
  const realBefore = realValues(before, codesBefore, 0, codesBefore.length);
  const realAfter = realValues(after, codesAfter, 0, codesAfter.length);
  let largest = 0;
  let differing = 0;
  for (let index = 0; index < realBefore.length; index++) {
    const [was, is] = [realBefore[index] ?? NaN, realAfter[index] ?? NaN];
    if (Object.is(was, is) || was === is) continue;
    differing++;
    largest = Math.max(largest, Math.abs(was - is));
  }
  if (differing === 0) return undefined;
  return {
    what: 'weights',
    before: String(realBefore.length),
    after: String(differing),
    largestDifference: largest,
  };
}
