import { Problem } from '../../src/core/problem';
import type { Words } from './words';

/** What the host could not do, in words. */
export function failureText({ say }: Words, error: unknown): string {
  if (error instanceof Problem) return say(error.sentence);
  return error instanceof Error ? error.message : String(error);
}
