/** The oldest VS Code that the manifest admits, on the Node of its time: everything that a person does on the first day. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import manifest from '../../package.json';
import { ensureOldCodeServer, oldCodeServerStamp } from '../../scripts/install/oldCodeServer.mjs';
import { root } from '../../scripts/paths.mjs';
import { installExtensions } from '../../scripts/vscode/codeServerProcess.mjs';
import { createProfile, removeProfile } from '../../scripts/vscode/profile.mjs';
import { VSCode } from './vscode';
import { Workspace } from './workspace';

const tools = inject('tools');
const isReady = tools.ready && isInstalled();

function isInstalled(): boolean {
  if (process.env.CI === 'true' || existsSync(oldCodeServerStamp)) return true;
  console.log(
    'Skipped: VS Code 1.99 on Node 20. `node scripts/install/oldCodeServer.mjs` installs it, and so does `npm test -- --all`.',
  );
  return false;
}

describe.skipIf(!isReady)('VS Code 1.99 on Node 20', () => {
  const workspace = new Workspace();
  const profile = createProfile();
  let vscode: VSCode;

  beforeAll(async () => {
    if (!tools.ready) return;
    const codeServer = await ensureOldCodeServer();
    if (!codeServer.ok) throw new Error(codeServer.reason);
    await installExtensions(codeServer.value, profile, tools.vsixPaths);
    vscode = await VSCode.start({
      folder: workspace.folder,
      codeServer: codeServer.value,
      extensions: profile.extensions,
    });
  });
  afterAll(async () => {
    await vscode.close();
    removeProfile(profile);
    workspace.remove();
  });

  it('is the version that the manifest names', async () => {
    const versions = await vscode.inHost(({ vscode: api }) => [api.version, process.versions.node]);
    expect(manifest.engines.vscode).toMatch(/^\^1\.99\./);
    expect(versions[0]).toMatch(/^1\.99\./);
    expect(versions[1]).toMatch(/^20\./);
  });

  it('trains the tutorial to the bytes of the terminal', async () => {
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/is trained/, 60_000);
    const terminal = new Workspace();
    const command = [join(root, 'dist', 'cli.js'), 'train', 'sine', '--out', terminal.path('out')];
    execFileSync(process.execPath, command);
    const [made, expected] = [workspace.files('sine_model'), terminal.files('out')];
    terminal.remove();
    expect(expected.size).toBeGreaterThanOrEqual(14);
    expect([...made.keys()]).toEqual([...expected.keys()]);
    for (const [path, bytes] of expected) expect(made.get(path)?.equals(bytes), path).toBe(true);
  });

  it('shows every chart of the run', async () => {
    const page = await vscode.window.webview('training');
    await page.locator('figure.chart-card canvas').first().waitFor();
    expect(await page.locator('figure.chart-card').count()).toBeGreaterThan(8);
    expect(await page.locator('figure.chart-card.is-empty:visible').count()).toBe(0);
    await vscode.screenshot('old-vscode-training');
  });

  it('opens a model in the inspector', async () => {
    await vscode.inHost(async ({ vscode: api }, path: string) => {
      await api.commands.executeCommand('vscode.open', api.Uri.file(path));
    }, workspace.path('sine_model/sine_model_int8.tflite'));
    const page = await vscode.window.webview('inspector');
    await page.locator('[role=tab]').first().waitFor();
    await expect.poll(() => page.locator('body').innerText()).toMatch(/FULLY_CONNECTED/);
    await vscode.screenshot('old-vscode-inspector');
  });

  it('plots the virtual board', async () => {
    await vscode.window.palette('TinyML: Open Serial Monitor');
    const rows = vscode.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Virtual board: sine' }).first().click();
    const chip = async (): Promise<string> => {
      const page = await vscode.window.webview('monitor');
      return page.locator('.chip').innerText();
    };
    await expect.poll(chip, { timeout: 20_000 }).toMatch(/2 series/);
    await vscode.screenshot('old-vscode-monitor');
    await vscode.execute('tinyml.closeSerialMonitor');
  });

  it('trains a project on the columns of a file', async () => {
    mkdirSync(workspace.path('line'));
    const rows = Array.from({ length: 60 }, (_, x) => `${x},${2 * x + 1}`);
    writeFileSync(workspace.path('line/points.csv'), `x,y\n${rows.join('\n')}\n`);
    await vscode.inHost(({ vscode: api }, path: string) => {
      void api.commands.executeCommand('tinyml.newProjectFile', api.Uri.file(path));
    }, workspace.path('line/points.csv'));
    await vscode.page.locator('.codelens-decoration').filter({ hasText: 'Train' }).first().waitFor();
    await vscode.window.clearNotifications();
    await vscode.window.palette('TinyML: Train Model…');
    await vscode.window.notification(/is trained/, 60_000);
    expect([...workspace.files('line').keys()]).toContain('csv_model/csv_model.tflite');
  });
});
