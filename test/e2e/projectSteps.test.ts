/** From the palette to the report with the keyboard alone, each step by itself, the engine's stand-in, a costly training, the walkthrough. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { itGoesFromPaletteToReport } from './projectDeeds';
import { itTakesEachStep } from './stepDeeds';
import { expectBytesOfTerminal } from './terminalBytes';
import { describeVSCode, openWindow } from './vscode';
import { itWalksThrough } from './walkthroughDeeds';

interface ProjectText {
  readonly data: object;
  readonly models: readonly { readonly layers: readonly object[] }[];
}

describeVSCode('projects and steps, in one window', () => {
  const { vscode, workspace } = openWindow();

  itGoesFromPaletteToReport(vscode, workspace);

  it('has made the bytes that the terminal makes of the same file', () => {
    expectBytesOfTerminal(workspace, 'tinyml.json', 'sine_model');
  });

  itTakesEachStep(vscode, workspace);

  it('trains with TensorFlow.js where the native engine is missing, and says so once', async () => {
    const project = JSON.parse(readFileSync(workspace.path('tinyml.json'), 'utf8')) as ProjectText;
    const models = project.models.slice(0, 1).map((model) => ({ ...model, epochs: 3 }));
    mkdirSync(workspace.path('short'));
    writeFileSync(workspace.path('short/tinyml.json'), JSON.stringify({ ...project, name: 'short', models }));
    await vscode.set('tinyml.engine', 'tensorflow');
    const train = (): Promise<void> =>
      vscode.executeOn('tinyml.trainModel', workspace.path('short/tinyml.json'));
    try {
      await train();
      await vscode.window.notification(/TensorFlow\.js/);
      await vscode.screenshot('engine-notice');
      const page = await vscode.window.webview('training');
      await expect.poll(() => page.locator('body').innerText()).toMatch(/tfjs \d+\.\d+\.\d+/);
      await vscode.clearNotifications();
      await train();
      await vscode.window.notification(/is trained/);
      expect((await vscode.window.notifications()).join('\n')).not.toMatch(/TensorFlow\.js/);
    } finally {
      await vscode.set('tinyml.engine', undefined);
      await vscode.clearNotifications();
    }
  });

  it('asks before 10,000 neurons, with size and time, and Cancel trains nothing', async () => {
    const project = JSON.parse(readFileSync(workspace.path('tinyml.json'), 'utf8')) as ProjectText;
    const [model] = project.models;
    const layers = [{ type: 'dense', units: 10_000, activation: 'relu' }, model?.layers.at(-1)];
    mkdirSync(workspace.path('wide'));
    writeFileSync(
      workspace.path('wide/tinyml.json'),
      JSON.stringify({ ...project, name: 'wide', models: [{ ...model, layers }] }),
    );
    await vscode.startOn('tinyml.trainModel', workspace.path('wide/tinyml.json'));
    expect(await vscode.window.dialog()).toMatch(/30,001 parameters: about 117 KB of weights, in/);
    await vscode.screenshot('costly');
    await vscode.window.pressButton(/^Cancel$/);
    await vscode.page.locator('.monaco-dialog-box').waitFor({ state: 'hidden' });
    expect([...workspace.files('wide').keys()]).toEqual(['tinyml.json']);
  });

  itWalksThrough(vscode, workspace);
});
