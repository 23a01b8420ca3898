/** The data of a project, drawn and cut, and the sample sets that engines take. */
import { drawSine } from '../data/sine';
import { splitEnds } from '../data/split';
import type { SampleSet } from '../nn/engine';
import type { Project } from './project';
import type { RunData } from './run';

export function drawRunData(project: Project): RunData {
  const { x, clean, y } = drawSine(project.data);
  return {
    x: Float32Array.from(x),
    clean: Float32Array.from(clean),
    y: Float32Array.from(y),
    ...splitEnds(x.length, project.split),
  };
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
  return { samples: to - from, inputs: data.x.slice(from, to), targets: data.y.slice(from, to) };
}
