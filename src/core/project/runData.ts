/** The data of a project, drawn or read, shuffled and cut, and the sample sets that engines take. */
import type { CsvSamples } from '../data/csvSamples';
import { MersenneTwister } from '../data/mersenneTwister';
import { drawSine } from '../data/sine';
import { splitEnds } from '../data/split';
import type { SampleSet } from '../nn/engine';
import type { CsvSource, Project } from './project';
import type { RunData } from './run';

/** @param table the columns of the file, where the project's data is one */
export function drawRunData(project: Project, table?: CsvSamples): RunData {
  const { data, split } = project;
  if (data.source === 'csv') {
    if (!table) throw new Error(`The data of the project ${project.name} was not read.`);
    return { ...shuffled(data, table), ...splitEnds(table.rows, split) };
  }
  const { x, clean, y } = drawSine(data);
  return {
    x: Float32Array.from(x),
    clean: Float32Array.from(clean),
    y: Float32Array.from(y),
    ...splitEnds(x.length, split),
  };
}

/** Files are often sorted: unshuffled, the test split would hold what the training split has never seen. */
function shuffled(
  { inputs: inputNames, target: targetName, seed }: CsvSource,
  { rows, inputs: fileInputs, targets }: CsvSamples,
): Pick<RunData, 'x' | 'y' | 'table'> {
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  new MersenneTwister(seed).shuffle(order);
  const width = inputNames.length;
  const inputs = new Float32Array(rows * width);
  const x = new Float32Array(rows);
  const y = new Float32Array(rows);
  order.forEach((row, at) => {
    inputs.set(fileInputs.subarray(row * width, (row + 1) * width), at * width);
    x[at] = fileInputs[row * width] ?? NaN;
    y[at] = targets[row] ?? NaN;
  });
  return { x, y, table: { inputs, inputNames, targetName } };
}

/** [samples, values in a sample], row-major. */
export function runInputs({ x, table }: RunData): Float32Array {
  return table?.inputs ?? x;
}

export interface SampleSets {
  readonly training: SampleSet;
  readonly test: SampleSet;
  readonly validation: SampleSet;
}

/** Copies, not views: a view would drag all of the data along when it is posted to a worker. */
export function sampleSets(data: RunData): SampleSets {
  return {
    training: part(data, 0, data.trainEnd),
    test: part(data, data.trainEnd, data.testEnd),
    validation: part(data, data.testEnd, data.x.length),
  };
}

function part(data: RunData, from: number, to: number): SampleSet {
  const width = data.table?.inputNames.length ?? 1;
  return {
    samples: to - from,
    inputs: runInputs(data).slice(from * width, to * width),
    targets: data.y.slice(from, to),
  };
}
