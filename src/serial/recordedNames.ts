/** Names of what stands beside the CSV files of a recording. */
import { join } from 'node:path';

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
  return join(folder, `${baseName}${markerEnding}`);
}

export const markerEnding = '.recording';
