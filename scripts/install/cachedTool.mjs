// @ts-check
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../paths.mjs';

/**
 * Installs a tool into a folder of the cache, once. A stamp is written last, so that an installation that was
 * interrupted half-way is done again instead of being believed.
 *
 * @param {string} name folder in the cache; carries the version, so that another version is another folder
 * @param {(folder: string) => Promise<import('./outcome.mjs').Outcome<undefined>>} install
 * @returns {Promise<import('./outcome.mjs').Outcome<string>>} the folder
 */
export async function cachedTool(name, install) {
  const folder = join(cacheFolder, name);
  const stamp = join(folder, 'installed.stamp');
  if (existsSync(stamp)) return { ok: true, value: folder };

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const outcome = await install(folder);
  if (!outcome.ok) return outcome;
  writeFileSync(stamp, `${name}\n`);
  return { ok: true, value: folder };
}
