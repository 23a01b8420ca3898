/**
 * Public models and golden values that tests compare with. They are not part of the project: they stand in a folder
 * beside it. Where it is absent, the tests that need it are skipped with a printed line.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe } from 'vitest';

const sharedFolder = fileURLToPath(new URL('../../shared', import.meta.url));

export const hasShared = existsSync(sharedFolder);

if (!hasShared)
  console.log('Skipped where they need it: the folder of public models and golden values is absent.');

export function sharedPath(path: string): string {
  return join(sharedFolder, path);
}

/** `describe` for tests that read public models or golden values. */
export const describeShared = describe.skipIf(!hasShared);
