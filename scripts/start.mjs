// @ts-check
// `npm start`: builds, packs and opens a real VS Code with the extension on example/, in profile folders of its own.
// The installed desktop `code` if there is one, else code-server in the browser. Ctrl-C ends it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { ensureCodeServer } from './install/codeServer.mjs';
import { findProgram } from './install/findProgram.mjs';
import { packageExtension } from './package.mjs';
import { cacheFolder, exampleFolder, vsixPath } from './paths.mjs';
import { commandLine, needsShell, runOrExit } from './run.mjs';
import { installExtensions, startCodeServer } from './vscode/codeServerProcess.mjs';
import { createProfile } from './vscode/profile.mjs';

mkdirSync(exampleFolder, { recursive: true });
const { bytes } = await packageExtension();
console.log(`Packed tinyml-workbench.vsix (${Math.round(bytes / 1024)} KB).`);

const desktop = desktopCode();
if (desktop) await openDesktop(desktop);
else await openCodeServer();

/**
 * In a terminal of a remote VS Code `code` only talks to the window it stands in, and knows no profile folders. Without a
 * screen it cannot open one.
 */
function desktopCode() {
  const { VSCODE_IPC_HOOK_CLI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const hasScreen = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
  if (VSCODE_IPC_HOOK_CLI || !hasScreen) return undefined;
  return findProgram(['code', 'code-insiders', 'codium']);
}

/** @param {string} code */
async function openDesktop(code) {
  const profile = createProfile({ folder: join(cacheFolder, 'start', 'desktop') });
  const folders = ['--user-data-dir', profile.userData, '--extensions-dir', profile.extensions];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  await runOrExit(code, [...folders, ...asRoot, '--install-extension', vsixPath, '--force'], { quiet: true });

  console.log(`Opening VS Code on ${exampleFolder}.`);
  sayWhatNext();
  const args = [...folders, ...asRoot, '--new-window', '--wait', '--disable-workspace-trust', exampleFolder];
  const child = spawn(...commandLine(code, args), { stdio: 'inherit', shell: needsShell(code) });
  process.once('SIGINT', () => child.kill());
  child.on('error', (error) => fail(`VS Code could not be started: ${error.message}`));
  child.on('close', (exitCode) => process.exit(exitCode ?? 0));
}

async function openCodeServer() {
  const server = await ensureCodeServer();
  if (!server.ok) return fail(`${server.reason}\nOr install VS Code itself, and npm start will open that.`);

  const profile = createProfile({ folder: join(cacheFolder, 'start', 'code-server') });
  await installExtensions(server.value, profile, [vsixPath]);
  const running = await startCodeServer(server.value, profile, { port: Number(process.env.PORT ?? 0) });
  console.log(`VS Code is ready at ${running.address}/?folder=${encodeURIComponent(exampleFolder)}`);
  sayWhatNext();
  console.log('Ctrl-C ends it.');
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
  await running.ended;
  fail(`VS Code ended:\n${running.log().split('\n').slice(-10).join('\n')}`);
}

function sayWhatNext() {
  console.log('Press F1, type "TinyML: Train Sine Model", press Enter.');
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
