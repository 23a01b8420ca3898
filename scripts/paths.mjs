// @ts-check
// Where things stand, for every script: nothing is ever written outside the project except temporary profiles.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Tools that are installed on first use; ignored by git. */
export const cacheFolder = join(root, '.cache');

/** Screenshots, reports and whatever else a run of the tests or the demo leaves; ignored by git. */
export const resultsFolder = join(root, 'test-results');

export const exampleFolder = join(root, 'example');

export const vsixPath = join(root, 'tinyml-workbench.vsix');
