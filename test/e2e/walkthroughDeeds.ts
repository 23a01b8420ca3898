/** The walkthrough: what each of its buttons and links does, and how its pictures look. */
import { expect, it } from 'vitest';
import { en } from '../../l10n/en';
import { themes, type VSCode } from './vscode';
import { WalkthroughPage } from './walkthroughPage';
import type { Workspace } from './workspace';

/** @param workspace with the tutorial in `sine_model` */
export function itWalksThrough(vscode: VSCode, workspace: Workspace): void {
  const page = new WalkthroughPage(vscode);
  /** Answers the question which model is meant. */
  async function chooseModel(title: string, name: string): Promise<void> {
    await asked(title);
    await vscode.page.locator('.quick-input-widget input.input').fill(name);
    await choose(new RegExp(`^${name.replaceAll('.', '\\.')}`));
  }

  /** With the pointer: the key would go on to the button of the page that has the focus again by then. */
  async function choose(label: RegExp): Promise<void> {
    const rows = vscode.page.locator('.quick-input-list .monaco-list-row');
    // The list is that of the text by then.
    await expect.poll(() => rows.first().innerText(), { timeout: 20_000 }).toMatch(label);
    await rows.first().click();
  }

  async function asked(title: string): Promise<void> {
    await vscode.page.locator('.quick-input-title').filter({ hasText: title }).waitFor({ timeout: 20_000 });
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
    await chooseModel(en['steps.chooseModel'], 'sine_model.tflite');
    await asked(en['steps.quantize.how']);
    await choose(/^int8/);
    await vscode.window.notification(/sine_model_int8\.tflite has/);

    await page.link('shrink', 'Compare Predictions').click();
    await chooseModel(en['steps.chooseModel'], 'sine_model.tflite');
    await workspace.fileAppears('sine_model/sine_model_predictions.csv', 20_000);
    await untilPageHas('plot', 'body', /sine_model_int8/);

    await page.show('shrink');
    await page.link('shrink', 'Compare Models').click();
    await chooseModel(en['inspectorHost.chooseBefore'], 'sine_model.tflite');
    await chooseModel(en['inspectorHost.chooseAfter'], 'sine_model_int8.tflite');
    await untilPageHas('compare', 'body', /sine_model_int8\.tflite/);

    await page.show('shrink');
    await page.link('shrink', 'Export C Array').click();
    await chooseModel(en['inspectorHost.chooseModel'], 'sine_model.tflite');
    await vscode.window.chooseInFileDialog(workspace.path('walked.cc'));
    await workspace.fileAppears('walked.h', 20_000);
  });

  it('runs the program, and plots its file', async () => {
    await page.show('run');
    await page.button('run').click();
    await chooseModel(en['inspectorHost.chooseModel'], 'sine_model_quantized.tflite');
    const output = vscode.page.locator('.part.panel .view-lines');
    await expect.poll(() => output.innerText(), { timeout: 20_000 }).toMatch(/0\.119381,/);
    await page.link('run', 'Plot CSV File').click();
    await vscode.window.chooseInFileDialog(workspace.path('sine_model/data.csv'));
    await untilPageHas('plot', 'body', /1,?000/);
  });

  it('asks for a port, opens the virtual board, and has ticked off every step', async () => {
    await page.show('connect');
    await page.button('connect').click();
    await asked(en['monitorHost.pick.title']);
    await vscode.page.keyboard.press('Escape');
    await page.link('connect', 'Try the virtual board').click();
    await untilPageHas('monitor', '.chip', /[1-9]\d* series/);
    await vscode.execute('tinyml.closeSerialMonitor');
    await expect.poll(() => page.done(), { timeout: 20_000 }).toEqual(page.steps);
    await vscode.screenshot('walkthrough-done');
  });
}
