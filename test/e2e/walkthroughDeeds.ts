/** The walkthrough: what each of its buttons and links does, and how its pictures look. */
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { themes, type VSCode } from './vscode';
import { WalkthroughPage } from './walkthroughPage';
import type { Workspace } from './workspace';

/** @param workspace with the tutorial in `sine_model` */
export function itWalksThrough(vscode: VSCode, workspace: Workspace): void {
  const page = new WalkthroughPage(vscode);
  const row = (text: RegExp): Locator =>
    vscode.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();

  /** Answers the question which model is meant. */
  async function chooseModel(name: RegExp): Promise<void> {
    const title = vscode.page.locator('.quick-input-title').filter({ hasText: /model/i });
    await title.waitFor({ timeout: 20_000 });
    await row(name).click();
  }

  async function untilPageHas(bundle: string, selector: string, text: RegExp): Promise<void> {
    const shown = async (): Promise<string> =>
      (await vscode.window.webview(bundle)).locator(selector).first().innerText();
    await expect.poll(shown, { timeout: 30_000 }).toMatch(text);
  }

  it('has pictures in the colours of three themes', async () => {
    await vscode.clearNotifications();
    await vscode.execute('workbench.action.closeAllEditors');
    for (const [name, theme] of Object.entries(themes)) {
      await vscode.setTheme(theme);
      for (const step of page.steps) {
        await page.show(step);
        expect(await page.colourlessShapes(step), `${step} in ${name}`).toEqual([]);
        await vscode.screenshot(`walkthrough-${name}-${step}`);
      }
    }
    await vscode.setTheme(themes.dark);
  });

  it('trains and looks, by the buttons of its first steps', async () => {
    await page.show('train');
    await page.button('train').click();
    await vscode.window.notification(/is trained/, 60_000);
    await vscode.execute('workbench.action.closeAllEditors');
    await page.show('look');
    await page.button('look').click();
    await untilPageHas('training', '.phase', /^Finished/);
  });

  it('shrinks, compares and exports the model that is chosen', async () => {
    await page.show('shrink');
    await page.button('shrink').click();
    await chooseModel(/^sine_model\.tflite/);
    await row(/^int8/).click();
    await vscode.window.notification(/sine_model_int8\.tflite has/);

    await page.link('shrink', 'Compare Predictions').click();
    await chooseModel(/^sine_model\.tflite/);
    await workspace.fileAppears('sine_model/sine_model_predictions.csv', 20_000);
    await untilPageHas('plot', 'body', /sine_model_int8/);

    await page.show('shrink');
    await page.link('shrink', 'Compare Models').click();
    await chooseModel(/^sine_model\.tflite/);
    await chooseModel(/^sine_model_int8\.tflite/);
    await untilPageHas('compare', 'body', /sine_model_int8\.tflite/);

    await page.show('shrink');
    await page.link('shrink', 'Export C Array').click();
    await chooseModel(/^sine_model\.tflite/);
    await vscode.window.chooseInFileDialog(workspace.path('walked.cc'));
    await workspace.fileAppears('walked.h', 20_000);
  });

  it('runs the program, and plots its file', async () => {
    await page.show('run');
    await page.button('run').click();
    await chooseModel(/^sine_model_quantized\.tflite/);
    const output = vscode.page.locator('.part.panel .view-lines');
    await expect.poll(() => output.innerText(), { timeout: 20_000 }).toMatch(/0\.119381,/);
    await page.link('run', 'Plot CSV File').click();
    await vscode.window.chooseInFileDialog(workspace.path('sine_model/data.csv'));
    await untilPageHas('plot', 'body', /1,?000/);
  });

  it('asks for a port, opens the virtual board, and has ticked off every step', async () => {
    await page.show('connect');
    await page.button('connect').click();
    await row(/Virtual board: sine/).waitFor({ timeout: 20_000 });
    await vscode.page.keyboard.press('Escape');
    await page.link('connect', 'Try the virtual board').click();
    await untilPageHas('monitor', '.chip', /[1-9]\d* series/);
    await vscode.execute('tinyml.closeSerialMonitor');
    await expect.poll(() => page.done(), { timeout: 20_000 }).toEqual(page.steps);
    await vscode.screenshot('walkthrough-done');
  });
}
