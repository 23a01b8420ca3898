// @ts-check
import { delimiter, join } from 'node:path';
import { run } from '../run.mjs';
import { ensurePackages } from './apt.mjs';
import { cachedTool } from './cachedTool.mjs';
import { findProgram } from './findProgram.mjs';
import { ensureNode24, node24Version } from './node24.mjs';
import { npmInstall } from './npmInstall.mjs';
import { installed, missing } from './outcome.mjs';

/** VS Code 1.139 with a real extension host. It wants Node 24 to install and to run, so it gets one of its own. */
const version = '4.139.1';

/**
 * @typedef {object} CodeServer
 * @property {string} node the Node that runs it
 * @property {string} script what that Node runs
 * @property {string} pathEntry folder to put first on PATH
 */

/** @returns {Promise<import('./outcome.mjs').Outcome<CodeServer>>} */
export async function ensureCodeServer() {
  if (process.platform === 'win32') return missing('code-server does not run on Windows.');

  const node = await ensureNode24();
  if (!node.ok) return node;
  const pathEntry = node.value;

  const server = await cachedTool(`code-server-${version}`, (folder) => installServer(folder, pathEntry));
  if (!server.ok) return server;
  const script = join(server.value, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  return installed({ node: join(pathEntry, 'node'), script, pathEntry });
}

/**
 * @param {string} folder
 * @param {string} pathEntry
 */
async function installServer(folder, pathEntry) {
  if (process.platform === 'linux') {
    const toolchain = findProgram(['g++']) && findProgram(['make']) && findProgram(['python3']);
    const packages = await ensurePackages(['libkrb5-dev', ...(toolchain ? [] : ['g++', 'make', 'python3'])]);
    if (!packages.ok) return missing(`code-server cannot be built. ${packages.reason}`);
  }
  console.log(`Installing code-server ${version} into ${folder} (once; two to four minutes, 700 MB)…`);
  const env = {
    ...process.env,
    PATH: `${pathEntry}${delimiter}${process.env.PATH ?? ''}`,
    // Its native parts are compiled on every core.
    JOBS: 'max',
    // Its postinstall asks the user agent for the version of Node.
    npm_config_user_agent: `npm/11 node/v${node24Version}.0.0 ${process.platform} ${process.arch}`,
  };
  const outcome = await npmInstall(folder, `code-server@${version}`, { env });
  if (!outcome.ok) return outcome;

  const entry = join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  const check = await run(
    join(pathEntry, 'node'),
    [entry, '--version', '--config', join(folder, 'config.yaml')],
    { quiet: true },
  );
  return check.code === 0 && check.output.includes(version)
    ? installed(undefined)
    : missing(`code-server was installed but does not start:\n${check.output.trim()}`);
}
