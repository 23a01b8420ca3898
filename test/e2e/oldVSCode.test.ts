/** The oldest VS Code that the manifest admits, on the Node of its time: everything that a person does on the first day. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, inject, it } from 'vitest';
import manifest from '../../package.json';
import { ensureOldCodeServer, oldCodeServerStamp } from '../../scripts/install/oldCodeServer.mjs';
import { installExtensions } from '../../scripts/vscode/codeServerProcess.mjs';
import { createProfile, removeProfile } from '../../scripts/vscode/profile.mjs';
import { itExplainsProjectsInChinese } from './chineseDeeds';
import {
  itComesBackAfterReload,
  itFollowsTheTheme,
  itReplaysTheEpochs,
  itSavesAProject,
  itTrainsAnotherNumberOfNeurons,
} from './pageDeeds';
import { itGoesFromPaletteToReport, itTellsWhatIsWrong } from './projectDeeds';
import { itTakesEachStep } from './stepDeeds';
import { MonitorPage } from './monitorPage';
import { expectBytesOfTerminal } from './terminalBytes';
import { TrainingPage } from './trainingPage';
import { openWindow } from './vscode';

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
  const profile = createProfile();
  afterAll(() => removeProfile(profile));
  const { vscode, workspace } = openWindow(async () => {
    if (!tools.ready) return {};
    const codeServer = await ensureOldCodeServer();
    if (!codeServer.ok) throw new Error(codeServer.reason);
    await installExtensions(codeServer.value, profile, tools.vsixPaths);
    return { codeServer: codeServer.value, extensions: profile.extensions };
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
    expectBytesOfTerminal(workspace, 'sine', 'sine_model');
  });

  it('shows every chart of the run', async () => {
    const page = await vscode.window.webview('training');
    await page.locator('figure.chart-card canvas').first().waitFor();
    expect(await page.locator('figure.chart-card').count()).toBeGreaterThan(8);
    expect(await page.locator('figure.chart-card.is-empty:visible').count()).toBe(0);
    await vscode.screenshot('old-vscode-training');
  });

  itReplaysTheEpochs(vscode);
  itFollowsTheTheme(vscode);
  itTrainsAnotherNumberOfNeurons(vscode);
  itSavesAProject(vscode, workspace);
  itComesBackAfterReload(vscode);
  itTakesEachStep(vscode, workspace);
  itTellsWhatIsWrong(vscode, workspace);
  itGoesFromPaletteToReport(vscode, workspace);

  it('opens a model in the inspector', async () => {
    await vscode.executeOn('vscode.open', workspace.path('sine_model/sine_model_int8.tflite'));
    const page = await vscode.window.webview('inspector');
    await page.locator('[role=tab]').first().waitFor();
    await expect.poll(() => page.locator('body').innerText()).toMatch(/FULLY_CONNECTED/);
    await vscode.screenshot('old-vscode-inspector');
  });

  it('plots the virtual board', async () => {
    const monitor = new MonitorPage(vscode);
    await monitor.choosePort('Virtual board: sine');
    await monitor.untilText('.chip', /2 series/);
    await vscode.screenshot('old-vscode-monitor');
    await vscode.execute('tinyml.closeSerialMonitor');
  });

  it('trains a project on the columns of a file', async () => {
    mkdirSync(workspace.path('line'));
    const rows = Array.from({ length: 60 }, (_, x) => `${x},${2 * x + 1}`);
    writeFileSync(workspace.path('line/points.csv'), `x,y\n${rows.join('\n')}\n`);
    await vscode.executeOn('tinyml.newProjectFile', workspace.path('line/points.csv'));
    await vscode.page.locator('.codelens-decoration').filter({ hasText: 'Train' }).first().waitFor();
    await vscode.clearNotifications();
    await vscode.window.palette('TinyML: Train Model…');
    await vscode.window.notification(/is trained/, 60_000);
    expect([...workspace.files('line').keys()]).toContain('points_model/points_model.tflite');
  });

  it('speaks Chinese after VS Code does', async () => {
    await vscode.reloadIn('zh-cn');
    const page = new TrainingPage(vscode);
    await expect.poll(() => page.text('h1'), { timeout: 30_000 }).toMatch(/\p{Script=Han}/u);
  });
  itExplainsProjectsInChinese(vscode, workspace);
});
