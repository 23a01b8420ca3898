/** The data of a project as its training draws it: every step that comes after works on the same. */
import { sineLoop, tableLoop, type ProgramLoop } from '../core/firmware/programLoop';
import type { RunData } from '../core/project/run';
import { drawRunData, sampleSets, type SampleSets } from '../core/project/runData';
import type { ProjectSource } from '../protocol/stepWorker';

export interface ProjectData {
  readonly data: RunData;
  readonly sets: SampleSets;
  /** What the program of the project's models feeds to them. */
  readonly loop: ProgramLoop;
}

export function projectData({ project, table }: ProjectSource): ProjectData {
  const data = drawRunData(project, table);
  const sets = sampleSets(data);
  return { data, sets, loop: data.table ? tableLoop(data.table, sets.training) : sineLoop };
}

/** The tutorial's loop where nobody knows the project. */
export function loopOf(source: ProjectSource | undefined): ProgramLoop {
  return source ? projectData(source).loop : sineLoop;
}
