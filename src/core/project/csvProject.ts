/** A first project for a CSV file: the last column from all others. Whoever wants something else changes the names. */
import { problem } from '../problem';
import { readCsv } from '../data/csv';
import type { Project } from './project';
import { sineProject } from './sineProject';

const mostInputs = 64;

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
    name: 'csv_model',
    data: { source: 'csv', file, inputs, target, seed: 1, normalize: 'standard' },
    models: second ? [{ ...second, name: 'model_1', epochs: 200 }] : [],
  };
}
