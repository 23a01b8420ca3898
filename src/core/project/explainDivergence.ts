/** Why training on a file went beyond every number: often one row of it, and then a person wants to know which. */
import type { CsvSamples } from '../data/csvSamples';
import { problem, type Problem } from '../problem';
import type { CsvSource } from './project';

/** A value this many deviations of the others away is no part of them. */
const farDeviations = 50;
/** Where nothing is normalised: above this, steps that fit small numbers are too long. */
const largeValue = 10;

interface Column {
  readonly name: string;
  readonly at: (row: number) => number;
}

/** The same problem, or one that names the line or the column at fault. */
export function explainDivergence(why: Problem, source: CsvSource, table: CsvSamples): Problem {
  if (why.sentence.id !== 'nn.diverged' && why.sentence.id !== 'quantize.weightsApart') return why;
  const { file } = source;
  const columns = columnsOf(source, table);
  const farthest = largestBy(columns, (column) => farthestValue(column, table.rows).deviations);
  const { row, deviations } = farthestValue(farthest, table.rows);
  if (deviations > farDeviations) {
    const [line, value] = [table.lines[row] ?? 0, shortNumber(farthest.at(row))];
    return problem('project.diverged.row', { file, line, column: farthest.name, value });
  }
  const largest = largestBy(columns, (column) => largestMagnitude(column, table.rows));
  const magnitude = largestMagnitude(largest, table.rows);
  if (source.normalize === 'standard' || magnitude <= largeValue) return why;
  return problem('project.diverged.scale', { file, column: largest.name, value: shortNumber(magnitude) });
}

/** As a person would have typed it: values are 32-bit floats. */
function shortNumber(value: number): string {
  return String(Number(value.toPrecision(7)));
}

/** The target and the inputs. */
function columnsOf(source: CsvSource, { inputs, targets }: CsvSamples): [Column, ...Column[]] {
  const width = source.inputs.length;
  const target: Column = { name: source.target, at: (row) => targets[row] ?? 0 };
  return [
    target,
    ...source.inputs.map((name, index) => ({ name, at: (row: number) => inputs[row * width + index] ?? 0 })),
  ];
}

function largestBy(
  [first, ...others]: readonly [Column, ...Column[]],
  by: (column: Column) => number,
): Column {
  return others.reduce((most, column) => (by(column) > by(most) ? column : most), first);
}

function largestMagnitude({ at }: Column, rows: number): number {
  let most = 0;
  for (let row = 0; row < rows; row++) most = Math.max(most, Math.abs(at(row)));
  return most;
}

/** The value that is farthest from the mean, and how far it is from the mean of all others, in their standard deviations. */
function farthestValue({ at }: Column, rows: number): { readonly row: number; readonly deviations: number } {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += at(row);
  const mean = sum / rows;
  let farthest = 0;
  for (let row = 1; row < rows; row++) {
    if (Math.abs(at(row) - mean) > Math.abs(at(farthest) - mean)) farthest = row;
  }
  let others = 0;
  for (let row = 0; row < rows; row++) if (row !== farthest) others += at(row);
  const otherMean = others / (rows - 1);
  let squares = 0;
  for (let row = 0; row < rows; row++) if (row !== farthest) squares += (at(row) - otherMean) ** 2;
  const distance = Math.abs(at(farthest) - otherMean);
  return { row: farthest, deviations: distance === 0 ? 0 : distance / Math.sqrt(squares / (rows - 1)) };
}
