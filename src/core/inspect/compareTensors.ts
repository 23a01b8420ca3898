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
  for (const what of ['scale', 'zeroPoint'] as const) {
    const texts = listTexts(before.quantization?.[what] ?? [], after.quantization?.[what] ?? []);
    if (texts) changes.push({ what, place, before: texts[0], after: texts[1] });
  }
  const weights = weightChange(modelBefore, modelAfter, before, after);
  if (weights) changes.push({ ...weights, place });
  return changes;
}

const shownValues = 4;

type Numbers = Float32Array | readonly number[];

/** Two lists that differ, from the first difference on where they are long, with as many digits as tell them apart. */
function listTexts(was: Numbers, is: Numbers): readonly [was: string, is: string] | undefined {
  const length = Math.max(was.length, is.length);
  let first = 0;
  while (first < length && Object.is(was[first], is[first])) first++;
  if (first === length) return undefined;
  const from = length <= shownValues ? 0 : first;
  const texts = [6, 9, 17].map(
    (digits) => [listText(was, from, digits), listText(is, from, digits)] as const,
  );
  return texts.find(([before, after]) => before !== after) ?? texts[0];
}

function listText(values: Numbers, from: number, digits: number): string {
  if (values.length === 0) return '–';
  const shown = Array.from(values.slice(from, from + shownValues), (value) =>
    String(Number(value.toPrecision(digits))),
  ).join(', ');
  const head = from > 0 ? `[${from}] ` : '';
  return `${head}${shown}${values.length > shownValues ? ` … (${values.length})` : ''}`;
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
