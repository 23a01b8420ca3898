/** A project as a person changed it on the training page. */
import { problem, Problem } from '../problem';
import type { Project } from './project';
import { projectJson } from './projectJson';
import { readProject } from './readProject';

/** What a changed tutorial is called, so that its files never stand where the tutorial's do. */
const playgroundName = 'sine_playground';

/**
 * Checks what came from a page as if it were the text of a `tinyml.json`. What cannot be changed on the page is taken
 * from `original`.
 *
 * @param fromFile whether `original` is somebody's `tinyml.json`, which keeps its name
 * @returns `original` itself where nothing was changed
 * @throws Problem with the first thing that is wrong
 */
export function playgroundProject(original: Project, wanted: unknown, fromFile: boolean): Project {
  const changed = { ...checked(wanted), name: original.name };
  if (original.data.source === 'csv') return merged(original, { ...changed, data: original.data }, fromFile);
  if (changed.data.source === 'csv') throw problem('playground.otherData');
  return merged(original, changed, fromFile);
}

function merged(original: Project, { data, training, models }: Project, fromFile: boolean): Project {
  const project = { ...original, data, training, models };
  if (projectJson(project) === projectJson(original)) return original;
  return fromFile ? project : { ...project, name: playgroundName };
}

function checked(wanted: unknown): Project {
  const reading = readProject(JSON.stringify(wanted ?? null));
  if (reading.kind === 'project') return reading.project;
  const [first] = reading.problems;
  if (!first) throw new Error('A project that cannot be read has no problem.');
  throw new Problem(first.said);
}
