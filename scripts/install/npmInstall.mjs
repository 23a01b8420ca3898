// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../run.mjs';
import { installed, missing } from './outcome.mjs';

/**
 * Installs one package into a folder of its own.
 *
 * @param {string} folder
 * @param {string} specification
 * @param {{ readonly env?: NodeJS.ProcessEnv, readonly args?: readonly string[] }} [options]
 * @returns {Promise<import('./outcome.mjs').Outcome<undefined>>}
 */
export async function npmInstall(folder, specification, { env = process.env, args = [] } = {}) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const all = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...args, specification];
  const { code, output } = await run('npm', all, { cwd: folder, env, quiet: true });
  return code === 0
    ? installed(undefined)
    : missing(`"npm install ${specification}" failed:\n${output.trim().split('\n').slice(-8).join('\n')}`);
}
