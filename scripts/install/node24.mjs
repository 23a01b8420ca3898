// @ts-check
import { join } from 'node:path';
import { cachedTool } from './cachedTool.mjs';
import { npmInstall } from './npmInstall.mjs';
import { installed } from './outcome.mjs';

/** The other Node that has to work: what the newest VS Code runs on. */
export const node24Version = '24';

/** @returns {Promise<import('./outcome.mjs').Outcome<string>>} the folder with its `node`, to put first on PATH */
export async function ensureNode24() {
  const folder = await cachedTool(`node-${node24Version}`, (into) =>
    npmInstall(into, `node@${node24Version}`),
  );
  return folder.ok ? installed(join(folder.value, 'node_modules', 'node', 'bin')) : folder;
}
