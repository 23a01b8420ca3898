// @ts-check
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../paths.mjs';
import { run } from '../run.mjs';
import { ensurePackages } from './apt.mjs';
import { cachedTool } from './cachedTool.mjs';
import { findProgram } from './findProgram.mjs';
import { ensureNode20 } from './node20.mjs';
import { npmInstall } from './npmInstall.mjs';
import { installed, missing } from './outcome.mjs';

/** VS Code 1.99, the oldest that `engines.vscode` in package.json admits, on the Node of its time. */
const version = '4.99.4';
const folderName = `code-server-${version}`;
/** VS Code looks for files with it. The package that belongs to 1.99 downloads it from elsewhere; this one carries it. */
const ripgrep = '@vscode/ripgrep-universal';
const ripgrepVersion = '1.18.0';
/** Native parts that a server without a proxy needs. */
const compiled = ['@vscode/spdlog', 'native-watchdog', 'node-pty'];

/** There once it is installed: so a test can tell whether to run, without installing anything. */
export const oldCodeServerStamp = join(cacheFolder, folderName, 'installed.stamp');

/** @returns {Promise<import('./outcome.mjs').Outcome<import('./codeServer.mjs').CodeServer>>} */
export async function ensureOldCodeServer() {
  if (process.platform === 'win32') return missing('code-server does not run on Windows.');
  const node = await ensureNode20();
  if (!node.ok) return node;
  const pathEntry = node.value;
  const server = await cachedTool(folderName, (folder) => install(folder, pathEntry));
  if (!server.ok) return server;
  const script = join(server.value, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  return installed({ node: join(pathEntry, 'node'), script, pathEntry });
}

/**
 * Step by step what its own install script does, but for the download of ripgrep and what tests do not use.
 *
 * @param {string} folder
 * @param {string} pathEntry
 * @returns {Promise<import('./outcome.mjs').Outcome<undefined>>}
 */
async function install(folder, pathEntry) {
  if (process.platform === 'linux' && !['g++', 'make', 'python3'].every((name) => findProgram([name]))) {
    const packages = await ensurePackages(['g++', 'make', 'python3']);
    if (!packages.ok) return missing(`code-server ${version} cannot be built. ${packages.reason}`);
  }
  console.log(`Installing code-server ${version} into ${folder} (once; one to two minutes, 600 MB)…`);
  const env = {
    ...process.env,
    PATH: `${pathEntry}${delimiter}${process.env.PATH ?? ''}`,
    // node-pty asks npx for node-gyp, and nobody is there to agree.
    npm_config_yes: 'true',
    // What argon2 would download is compiled instead.
    npm_config_build_from_source: 'true',
  };
  const unpacked = await npmInstall(folder, `code-server@${version}`, { env, args: ['--ignore-scripts'] });
  if (!unpacked.ok) return unpacked;
  const tool = join(folder, 'ripgrep');
  mkdirSync(tool);
  const searcher = await npmInstall(tool, `${ripgrep}@${ripgrepVersion}`, { env });
  if (!searcher.ok) return searcher;

  const server = join(folder, 'node_modules', 'code-server');
  const vscode = join(server, 'lib', 'vscode');
  /** @type {readonly (readonly [string, readonly string[]])[]} */
  const steps = [
    [folder, ['rebuild', 'argon2']],
    [vscode, ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']],
    [vscode, ['rebuild', ...compiled]],
  ];
  for (const [cwd, args] of steps) {
    const { code, output } = await run('npm', [...args, '--loglevel=error'], { cwd, env, quiet: true });
    if (code !== 0) return missing(`"npm ${args.join(' ')}" in ${cwd} failed:\n${output.trim()}`);
  }
  const system = `${process.platform}-${process.arch}`;
  cpSync(
    join(tool, 'node_modules', ...ripgrep.split('/'), 'bin', system),
    join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin'),
    { recursive: true },
  );
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'));

  const entry = join(server, 'out', 'node', 'entry.js');
  const config = ['--config', join(folder, 'config.yaml')];
  const check = await run(join(pathEntry, 'node'), [entry, '--version', ...config], { quiet: true });
  return check.code === 0 && check.output.includes(version)
    ? installed(undefined)
    : missing(`code-server ${version} was installed but does not start:\n${check.output.trim()}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outcome = await ensureOldCodeServer();
  console.log(outcome.ok ? `VS Code 1.99: ${outcome.value.script}` : outcome.reason);
  if (!outcome.ok) process.exitCode = 1;
}
