import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/paths.mjs';
import { describeVSCode, VSCode } from './vscode';
import { filesBelow, Workspace } from './workspace';

const patience = { timeout: 30_000 };

describeVSCode('the playground', () => {
  const workspace = new Workspace();
  let vscode: VSCode;
  beforeAll(async () => {
    vscode = await VSCode.start({ folder: workspace.folder });
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });

  /** Looked up anew each time: VS Code may replace the page. */
  const inPage = async (selector: string): Promise<Locator> =>
    (await vscode.window.webview('training')).locator(selector);
  const text = async (selector: string): Promise<string> => (await inPage(selector)).first().innerText();
  const pictureOfFit = async (): Promise<string> =>
    (await inPage('.fits > :nth-child(2) canvas')).first().evaluate(dataUrl);

  it('shows the curve as it moves, and takes the slider and Play through its epochs', async () => {
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.webview('training');
    await vscode.window.notification(/is trained/);
    await expect
      .poll(() => text('.fits > :nth-child(2) .epoch-told'), patience)
      .toBe('After epoch 600 of 600');

    const atEnd = await pictureOfFit();
    const slider = await inPage('.fits > :nth-child(2) input[type="range"]');
    expect(Number(await slider.getAttribute('max'))).toBeGreaterThanOrEqual(60);
    await slider.focus();
    await slider.press('Home');
    await expect
      .poll(() => text('.fits > :nth-child(2) .epoch-told'), patience)
      .toBe('Before the first epoch');
    await expect.poll(pictureOfFit, patience).not.toBe(atEnd);
    const markers = await inPage('.chart .marker:not([hidden])');
    // On the losses beside the fit, and on the charts of the model below that begin at later epochs once it is there.
    await expect.poll(() => markers.count(), patience).toBeGreaterThanOrEqual(1);
    const counting = (await vscode.window.webview('training')).evaluate<number>(countPictures(4000));
    await (await inPage('.fits > :nth-child(2) .play')).click();
    console.log(`Most pictures within a second in Play: ${await counting}.`);
    await expect
      .poll(() => text('.fits > :nth-child(2) .epoch-told'), patience)
      .toBe('After epoch 600 of 600');
    await expect.poll(pictureOfFit, patience).toBe(atEnd);
    await vscode.screenshot('playground');
  });

  it('is reached and used by the keyboard alone: another number of neurons is trained at once', async () => {
    await vscode.window.clearNotifications();
    const before = workspace.files('sine_model');
    await vscode.window.palette('TinyML: Show Training Page');
    const spoken = 'model_2: neurons of layer 2';
    const page = await vscode.window.webview('training');
    const focused = `document.activeElement.getAttribute('aria-label')`;
    for (let tabs = 0; tabs < 60 && (await page.evaluate<string | null>(focused)) !== spoken; tabs++) {
      await page.evaluate('globalThis.focusedBefore = document.activeElement');
      await vscode.page.keyboard.press('Tab');
      // A loaded machine takes its time; where the focus does not move, the next Tab goes on.
      await page
        .waitForFunction('document.activeElement !== globalThis.focusedBefore', null, { timeout: 2000 })
        .catch(() => undefined);
    }
    expect(await page.evaluate<string | null>(focused)).toBe(spoken);
    await vscode.page.keyboard.press('Control+a');
    await vscode.page.keyboard.type('0');
    const field = await inPage(`input[aria-label="${spoken}"]`);
    await expect.poll(() => field.getAttribute('aria-invalid'), patience).toBe('true');
    expect(await text('.complaint:not(:empty)')).toBe('A whole number from 1 to 10,000.');
    await vscode.page.keyboard.press('Enter');
    await vscode.page.keyboard.press('Control+a');
    await vscode.page.keyboard.type('8');
    const measuring = page.evaluate<Measured>(measureRun);
    await page.waitForFunction('globalThis.isMeasuring');
    await vscode.page.keyboard.press('Enter');
    const { seconds, pictures, rate } = await measuring;
    console.log(
      `From Enter to the new curve of model_2, with its run in the list: ${seconds.toFixed(2)} s; ` +
        `${pictures} pictures of its fit, ${rate.toFixed(0)} a second while it learned.`,
    );
    expect(pictures).toBeGreaterThanOrEqual(3);
    expect(await text('.runs tbody tr')).toContain('model_2: 16 relu, 8 relu, 1');
    // 16 + 16, 16 · 8 + 8, 8 + 1
    expect(await text('.models > :nth-child(2) tfoot')).toContain('177');
    // What somebody tries replaces no file.
    expect([...workspace.files('sine_model')]).toEqual([...before]);
    await vscode.screenshot('playground-changed');
  });

  it('saves its values as a project that the palette and the terminal train to the same bytes', async () => {
    await (await inPage('.playground vscode-button')).filter({ hasText: 'Save as tinyml.json' }).click();
    await workspace.fileAppears('tinyml.json', 20_000);
    await vscode.window.notification(/has the values/);
    await vscode.window.pressButton(/^Train$/);
    await workspace.fileAppears('sine_playground/.tinyml/files.json', 60_000);
    await vscode.window.notification(/is trained/);
    const terminal = workspace.path('terminal');
    const cli = join(root, 'dist', 'cli.js');
    execFileSync(process.execPath, [cli, 'train', workspace.path('tinyml.json'), '--out', terminal]);
    const names = (folder: string): string[] => [...filesBelow(folder).keys()];
    expect(names(terminal)).toEqual(names(workspace.path('sine_playground')));
    for (const [path, bytes] of filesBelow(terminal)) {
      expect(workspace.files('sine_playground').get(path)?.equals(bytes), path).toBe(true);
    }
  });

  it('keeps its snapshots and its runs over a reload of the window', async () => {
    await vscode.reload();
    await expect
      .poll(() => text('.fits > :nth-child(2) .epoch-told'), patience)
      .toBe('After epoch 600 of 600');
    const slider = await inPage('.fits > :nth-child(2) input[type="range"]');
    expect(Number(await slider.getAttribute('max'))).toBeGreaterThanOrEqual(60);
    // Three runs of two models.
    expect(await (await inPage('.runs tbody tr')).count()).toBe(6);
  });
});

const dataUrl = (canvas: unknown): string => (canvas as { toDataURL(): string }).toDataURL();

interface Measured {
  readonly seconds: number;
  readonly pictures: number;
  /** By the median time between two pictures: such a run is shorter than a second. */
  readonly rate: number;
}

/** Inside the page: from the key to the run in the list, and how often the second model's fit was drawn by then. */
const measureRun = `(async () => {
  const drawn = [];
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas === document.querySelector('.fits > :nth-child(2) canvas')) drawn.push(performance.now());
    return clear.apply(this, box);
  };
  const entered = new Promise((resolve) =>
    document.addEventListener('keydown', () => resolve(performance.now()), { once: true, capture: true }),
  );
  const rows = () => document.querySelectorAll('.runs tbody tr').length;
  const before = rows();
  globalThis.isMeasuring = true;
  const started = await entered;
  while (rows() === before && performance.now() - started < 30000)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const seconds = (performance.now() - started) / 1000;
  CanvasRenderingContext2D.prototype.clearRect = clear;
  const gaps = drawn.slice(1).map((at, index) => at - drawn[index]).sort((a, b) => a - b);
  return { seconds, pictures: drawn.length, rate: 1000 / gaps[gaps.length >> 1] };
})()`;

/** The most drawings of the second model's fit in any second of the time; that of the moment they are cleared. */
function countPictures(durationMs: number): string {
  return `(async () => {
    const drawn = [];
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      if (this.canvas === document.querySelector('.fits > :nth-child(2) canvas')) drawn.push(performance.now());
      return clear.apply(this, box);
    };
    await new Promise((resolve) => setTimeout(resolve, ${durationMs}));
    CanvasRenderingContext2D.prototype.clearRect = clear;
    return Math.max(0, ...drawn.map((at) => drawn.filter((other) => other >= at && other < at + 1000).length));
  })()`;
}
