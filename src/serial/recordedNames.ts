/** Names of what stands beside the CSV files of a recording. */
import { join } from 'node:path';

/** `walk.csv`, `walk.2.csv`, … among these names, by number. */
export function recordedFiles(baseName: string, names: readonly string[]): readonly string[] {
  const numbered = names.flatMap((name) => {
    if (!name.startsWith(`${baseName}.`) || !name.endsWith('.csv')) return [];
    const middle = name.slice(baseName.length + 1, -'csv'.length);
    if (middle === '') return [{ name, number: 1 }];
    return /^\d+\.$/.test(middle) ? [{ name, number: parseInt(middle, 10) }] : [];
  });
  return numbered.sort((a, b) => a.number - b.number).map(({ name }) => name);
}

/** Bytes as they came. */
export function rawPath(folder: string, baseName: string): string {
  return join(folder, `${baseName}.raw`);
}

/** One line `milliseconds,bytes` per piece of a raw recording. */
export function chunkTimesPath(raw: string): string {
  return `${raw}.times`;
}

/** There as long as a recording is under way: what a killed process leaves is found by it. */
export function markerPath(folder: string, baseName: string): string {
  return join(folder, `${baseName}.recording`);
}
