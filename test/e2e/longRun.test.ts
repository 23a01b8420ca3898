import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { slowDown, type SlowMachine } from './slowMachine';
import { describeVSCode, VSCode } from './vscode';
import { Workspace } from './workspace';

describeVSCode('a run that takes long', () => {
  const workspace = new Workspace();
  let vscode: VSCode;
  let slow: SlowMachine | undefined;

  beforeAll(async () => {
    vscode = await VSCode.start({ folder: workspace.folder });
    await vscode.window.palette('TinyML: Show Training Page');
    await vscode.window.webview('training');
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });
  beforeEach(async () => {
    await vscode.window.clearNotifications();
  });
  afterEach(() => slow?.restore());

  /** Starts a training that takes some twenty seconds, and waits until it counts epochs. */
  async function startLongRun(): Promise<void> {
    slow = slowDown(await vscode.inHost(() => process.pid), 0.12);
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/model_1: epoch \d+ of 1,?000, loss/, 60_000);
  }

  it('is stopped by Cancel of its notification, keeps the best weights and says so', async () => {
    await startLongRun();
    await vscode.screenshot('long-run-progress');
    await vscode.window.pressButton(/^Cancel$/);
    const said = await vscode.window.notification(
      /^Stopped: model_\d had learned for [\d,]+ epochs?\./,
      60_000,
    );
    slow?.restore();
    expect(said).toMatch(/best weights, those of epoch [\d,]+, are kept/);
    await vscode.screenshot('long-run-cancelled');
  });

  it('is stopped by TinyML: Stop Training, and refuses a second training meanwhile', async () => {
    await startLongRun();
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/Training is already running in this window/);
    await vscode.window.palette('TinyML: Stop Training');
    await vscode.window.notification(/^Stopped: model_/, 60_000);
    slow?.restore();
    const page = await vscode.window.webview('training');
    await expect.poll(() => page.locator('.phase').innerText()).toMatch(/^Stopped/);
  });

  it('is stopped by the button of the page', async () => {
    await startLongRun();
    const page = await vscode.window.webview('training');
    await page.locator('.actions vscode-button', { hasText: /^Stop/ }).click();
    await vscode.window.notification(/^Stopped: model_/, 60_000);
  });

  it('goes on while its page is closed, and the page shows everything when it is opened again', async () => {
    await startLongRun();
    await vscode.window.closeActiveEditor();
    await expect.poll(() => vscode.window.tabs()).not.toContain('TinyML Training');
    await sleep(1000);
    await vscode.window.palette('TinyML: Show Training Page');
    const page = await vscode.window.webview('training');
    await expect.poll(() => epochShown(page), { timeout: 20_000 }).toBeGreaterThan(0);
    const reopenedAt = await epochShown(page);
    await expect.poll(() => epochShown(page), { timeout: 20_000 }).toBeGreaterThan(reopenedAt);
    await vscode.screenshot('long-run-reopened');
    slow?.restore();
    await vscode.window.notification(/is trained/, 60_000);
    await expect.poll(() => page.locator('.phase').innerText()).toMatch(/^Finished/);
    expect(await page.locator('figure.chart-card').count()).toBeGreaterThanOrEqual(14);
  });

  it('is shown as interrupted when the window is reloaded, with what had been learned', async () => {
    await startLongRun();
    await sleep(3000);
    // Slow to the end: else it would be trained before the window goes.
    await vscode.reload({ atOnce: true });
    slow?.restore();
    const page = await vscode.window.webview('training');
    await expect
      .poll(() => page.locator('.phase').innerText(), { timeout: 20_000 })
      .toMatch(/reload|interrupt/i);
    await vscode.screenshot('long-run-reloaded');
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/is trained/, 60_000);
  });
});

/** The epoch that the page counts, of the model that is learning. */
async function epochShown(page: Frame): Promise<number> {
  const text = await page.locator('.phase').innerText();
  return Number(/epoch ([\d,]+)/i.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}
