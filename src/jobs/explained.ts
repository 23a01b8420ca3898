/** What is said of samples and tensors, said of what a person can change: the learning rate, a line of the file. */
import type { CsvSamples } from '../core/data/csvSamples';
import { Problem, problem } from '../core/problem';
import { explainDivergence } from '../core/project/explainDivergence';
import type { DataSource } from '../core/project/project';

/** @throws Problem instead of the one that the work ended with */
export async function explained<Result>(
  work: () => Result | Promise<Result>,
  source: DataSource,
  table: CsvSamples | undefined,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // Our own conversion: no tensor lacks a scale, but one may be out of every range.
    const why = error.sentence.id === 'runtime.badQuantization' ? problem('quantize.weightsApart') : error;
    throw source.source === 'csv' && table ? explainDivergence(why, source, table) : why;
  }
}
