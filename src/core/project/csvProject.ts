/** A first project for a CSV file: the last column from all others. Whoever wants something else changes the names. */
import { problem } from '../problem';
import { readCsv } from '../data/csv';
import type { Project } from './project';
import { sineProject } from './sineProject';

const mostInputs = 64;
const nameEnding = '_model';
/** A name has up to 64 characters. */
const longestBeginning = 64 - nameEnding.length;

/**
 * @param file the file's path as the project will name it
 * @param beginning of the file's text: enough to see its columns
 * @throws Problem where no two columns hold numbers below a first line of names
 */
export function csvProject(file: string, beginning: string): Project {
  const reading = readCsv(beginning, { rows: 100, columns: 4096, notes: 0 });
  const columns = reading.kind === 'table' ? reading.columns.map(({ name }) => name) : [];
  const firstLine = beginning.slice(0, /[\r\n]|$/.exec(beginning)?.index);
  const named = columns.filter((name) => firstLine.includes(name));
  const target = named.at(-1);
  const inputs = named.slice(0, -1).slice(0, mostInputs);
  if (target === undefined || inputs.length === 0) throw problem('project.new.noColumns', { file });
  const [, second] = sineProject.models;
  return {
    ...sineProject,
    name: nameFrom(file),
    data: { source: 'csv', file, inputs, target, seed: 1, normalize: 'standard' },
    models: second ? [{ ...second, name: 'model_1', epochs: 200 }] : [],
  };
}

/** `logs/gesture.csv` gives `gesture_model`; a file whose name has nothing that a name may hold gives `csv_model`. */
function nameFrom(file: string): string {
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.csv$/i, '');
  const words = stem.replace(/[^A-Za-z0-9]+/g, '_').replace(/^[^A-Za-z]+/, '');
  return `${words.slice(0, longestBeginning).replace(/_$/, '') || 'csv'}${nameEnding}`;
}
