// @ts-check
import { dirname, join } from 'node:path';
import { cachedTool } from './cachedTool.mjs';
import { npmInstall } from './npmInstall.mjs';
import { installed } from './outcome.mjs';

/** The oldest Node that has to work: what the oldest supported VS Code runs on. */
export const node20Version = '20';

/** @returns {Promise<import('./outcome.mjs').Outcome<string>>} the folder with its `node`, to put first on PATH */
export async function ensureNode20() {
  if (process.versions.node.startsWith(`${node20Version}.`)) return installed(dirname(process.execPath));
  const folder = await cachedTool(`node-${node20Version}`, (into) =>
    npmInstall(into, `node@${node20Version}`),
  );
  return folder.ok ? installed(join(folder.value, 'node_modules', 'node', 'bin')) : folder;
}
