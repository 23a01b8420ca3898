// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { run } from '../run.mjs';

/** @typedef {import('../install/codeServer.mjs').CodeServer} CodeServer */
/** @typedef {import('./profile.mjs').Profile} Profile */

/**
 * @typedef {object} RunningCodeServer
 * @property {string} address
 * @property {number} processId
 * @property {() => string} log what it printed so far
 * @property {Promise<void>} ended
 * @property {() => Promise<void>} stop
 */

const startLimitMs = 60_000;

/**
 * Installs packed extensions into a profile.
 *
 * @param {CodeServer} server
 * @param {Profile} profile
 * @param {readonly string[]} vsixPaths
 */
export async function installExtensions(server, profile, vsixPaths) {
  const wanted = vsixPaths.flatMap((path) => ['--install-extension', path]);
  const args = [server.script, ...profileArguments(profile), ...wanted, '--force'];
  const { code, output } = await run(server.node, args, { env: environment(server), quiet: true });
  if (code !== 0) throw new Error(`The extension could not be installed:\n${output}`);
}

/**
 * @param {CodeServer} server
 * @param {Profile} profile
 * @param {{ port?: number, trust?: 'everything' | 'ask', env?: Readonly<Record<string, string>> }} [options] port 0: a free one
 * @returns {Promise<RunningCodeServer>}
 */
export async function startCodeServer(server, profile, { port = 0, trust = 'everything', env = {} } = {}) {
  const args = [
    server.script,
    ...profileArguments(profile),
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...(trust === 'everything' ? ['--disable-workspace-trust'] : []),
  ];
  const child = spawn(server.node, args, {
    env: { ...environment(server), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: stopping it takes its extension hosts along.
    detached: true,
  });
  let log = '';
  const ended = once(child, 'exit').then(() => undefined);

  /** @type {Promise<string>} */
  const address = new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`code-server did not start:\n${log}`)), startLimitMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        log += String(data);
        const match = /listening on (http:\/\/[\d.]+:\d+)/.exec(log);
        if (!match?.[1]) return;
        clearTimeout(limit);
        resolve(match[1]);
      });
    }
    void ended.then(() => {
      clearTimeout(limit);
      reject(new Error(`code-server ended at once:\n${log}`));
    });
  });

  const processId = child.pid ?? 0;
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      signalGroup(processId, 'SIGTERM');
      const limit = setTimeout(() => signalGroup(processId, 'SIGKILL'), 5000);
      await ended;
      clearTimeout(limit);
    }
    // Extension hosts that outlived their server.
    signalGroup(processId, 'SIGKILL');
  };
  try {
    return { address: await address, processId, log: () => log, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {number} processId
 * @param {NodeJS.Signals} signal
 */
function signalGroup(processId, signal) {
  try {
    process.kill(-processId, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/** @param {Profile} profile */
function profileArguments(profile) {
  return [
    ...['--user-data-dir', profile.userData, '--extensions-dir', profile.extensions],
    // Else a file of this name is made in the person's home.
    ...['--config', join(profile.folder, 'config.yaml')],
  ];
}

/** @param {CodeServer} server */
function environment(server) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, PATH: `${server.pathEntry}${delimiter}${process.env.PATH ?? ''}` };
  // Inside a terminal of VS Code these would make the new one talk to the old one.
  for (const name of Object.keys(env)) if (/^(VSCODE_|ELECTRON_|VITEST)/.test(name)) delete env[name];
  return env;
}
