/** What a person does with the training page, once the tutorial is trained. */
import { expect, it } from 'vitest';
import { TrainingPage, type Drawn } from './trainingPage';
import { expectBytesOfTerminal } from './terminalBytes';
import { themes, type VSCode } from './vscode';
import type { Workspace } from './workspace';

const patience = { timeout: 30_000 };
const lastEpoch = 'After epoch 600 of 600';

export function itReplaysTheEpochs(vscode: VSCode): void {
  const page = new TrainingPage(vscode);

  it('takes the slider and Play through the epochs', async () => {
    await page.untilEpoch(lastEpoch);
    const atEnd = await page.pictureOfFit();
    const slider = await page.slider();
    expect(Number(await slider.getAttribute('max'))).toBeGreaterThanOrEqual(60);
    await slider.press('Home');
    await page.untilEpoch('Before the first epoch');
    await expect.poll(() => page.pictureOfFit(), patience).not.toBe(atEnd);
    await page.play();
    await page.untilEpoch(lastEpoch);
    await expect.poll(() => page.pictureOfFit(), patience).toBe(atEnd);
  });
}

export function itTrainsAnotherNumberOfNeurons(vscode: VSCode): void {
  const page = new TrainingPage(vscode);

  it('trains another number of neurons from a field, at once', async () => {
    const before = await (await page.locate('.runs tbody tr')).count();
    const field = await page.locate('input[aria-label="model_2: neurons of layer 2"]');
    await field.fill('8');
    await field.press('Enter');
    // Each training adds its two models.
    await expect
      .poll(async () => (await page.locate('.runs tbody tr')).count(), patience)
      .toBeGreaterThan(before);
    expect(await page.text('.runs tbody tr')).toContain('model_2: 16 relu, 8 relu, 1');
    await page.untilEpoch(lastEpoch);
  });
}

/** Makes a `tinyml.json` at the top of the workspace and trains it into `sine_playground`. */
export function itSavesAProject(vscode: VSCode, workspace: Workspace): void {
  const page = new TrainingPage(vscode);

  it('saves its values as a project that the palette and the terminal train to the same bytes', async () => {
    await (await page.locate('.playground vscode-button')).filter({ hasText: 'Save as tinyml.json' }).click();
    await workspace.fileAppears('tinyml.json', 20_000);
    await vscode.window.notification(/has the values/);
    await vscode.window.pressButton(/^Train$/);
    await workspace.fileAppears('sine_playground/.tinyml/files.json', 60_000);
    await vscode.window.notification(/is trained/);
    expectBytesOfTerminal(workspace, 'tinyml.json', 'sine_playground');
  });
}

/** @param look what else is looked at in each theme */
export function itFollowsTheTheme(
  vscode: VSCode,
  look: (theme: string) => Promise<void> = () => Promise.resolve(),
): void {
  const page = new TrainingPage(vscode);

  it('draws its charts in the colours of another theme, and is not loaded anew for that', async () => {
    await (await page.frame()).evaluate('globalThis.sameDocument = true');
    const seen: Drawn[] = [];
    for (const [name, theme] of Object.entries(themes)) {
      await vscode.setTheme(theme);
      const known = seen.map(({ text }) => text);
      // A hundred pixels are a short piece of a line.
      const isDrawn = async (): Promise<boolean> => {
        const drawn = await page.drawn();
        const isNew = !known.includes(drawn.text) && drawn.pixels > 100;
        if (isNew) seen.push(drawn);
        return isNew;
      };
      await expect.poll(isDrawn, { ...patience, message: name }).toBe(true);
      await vscode.screenshot(`theme-${name}`);
      await look(name);
    }
    expect(new Set(seen.map(({ blue }) => blue)).size).toBeGreaterThan(1);
    expect(await (await page.frame()).evaluate<unknown>('globalThis.sameDocument')).toBe(true);
    await vscode.setTheme(themes.dark);
  });
}

export function itComesBackAfterReload(vscode: VSCode): void {
  const page = new TrainingPage(vscode);

  it('shows everything again after the window was reloaded: charts, sentences, slider and runs', async () => {
    const [charts, runs] = [await page.charts(), await (await page.locate('.runs tbody tr')).allInnerTexts()];
    expect(charts.length).toBeGreaterThan(8);
    const max = await (await page.slider()).getAttribute('max');
    await vscode.reload();
    await expect.poll(() => page.charts(), patience).toEqual(charts);
    await page.untilEpoch(lastEpoch);
    const slider = await page.slider();
    expect(await slider.getAttribute('max')).toBe(max);
    expect(await slider.inputValue()).toBe(max);
    expect(await (await page.locate('.runs tbody tr')).allInnerTexts()).toEqual(runs);
    expect(await page.emptyCharts()).toBe(0);
    await expect.poll(async () => (await page.drawn()).pixels, patience).toBeGreaterThan(100);
  });
}
