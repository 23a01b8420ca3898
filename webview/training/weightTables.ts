/** The weights of one dense layer as a table: a row for each value that comes in and one for the bias, a column for each neuron. */
import type { Table } from '../../src/core/inspect/table';
import type { DenseWeights } from '../../src/core/nn/model';
import type { LayerCodes } from '../../src/core/quantize/layerCodes';
import { shortestFloat } from '../shared/shortestFloat';
import type { Words } from '../shared/words';

/** Titles of the first column, one for each value that comes into the layer. */
export type InputNames = (input: number) => string;

/** Floats with as many digits as they have. */
export function realTable({ t }: Words, nameOf: InputNames, { kernel, bias }: DenseWeights): Table {
  const units = bias.length;
  const inputs = units === 0 ? 0 : kernel.length / units;
  const cells = (from: number): readonly number[] =>
    Array.from(kernel.subarray(from, from + units), shortestFloat);
  return {
    head: head(t('training.weights.from'), units),
    rows: [
      ...Array.from({ length: inputs }, (_, input) => [nameOf(input), ...cells(input * units)]),
      [t('training.weights.bias'), ...Array.from(bias, shortestFloat)],
    ],
  };
}

/** Whole numbers as they stand in the int8 file, and below them what one step is worth. */
export function codeTable({ t }: Words, nameOf: InputNames, codes: LayerCodes): Table {
  const { weights, weightScales, bias, biasScales } = codes;
  const units = bias.length;
  const inputs = units === 0 ? 0 : weights.length / units;
  const perUnit = (scales: Float32Array): readonly number[] =>
    Array.from({ length: units }, (_, unit) => shortestFloat(scales[scales.length === 1 ? 0 : unit] ?? NaN));
  return {
    head: head(t('training.weights.from'), units),
    rows: [
      ...Array.from({ length: inputs }, (_, input) => [
        nameOf(input),
        ...Array.from({ length: units }, (_unit, unit) => weights[unit * inputs + input] ?? NaN),
      ]),
      [t('training.weights.bias'), ...bias],
      [t('training.weights.weightScale'), ...perUnit(weightScales)],
      [t('training.weights.biasScale'), ...perUnit(biasScales)],
    ],
  };
}

function head(first: string, units: number): readonly string[] {
  return [first, ...Array.from({ length: units }, (_, unit) => String(unit + 1))];
}
