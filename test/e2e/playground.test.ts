import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/paths.mjs';
import { axeViolations } from './axe';
import { describeVSCode, themes, VSCode } from './vscode';
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

  const startMeasuring = async (): Promise<{ readonly measuring: Promise<Measured> }> => {
    const page = await vscode.window.webview('training');
    const measuring = page.evaluate<Measured>(measureRun);
    await page.waitForFunction('globalThis.isMeasuring');
    return { measuring };
  };
  const pictures = async (name: string, isJudged = false): Promise<void> => {
    for (const [theme, id] of Object.entries(themes)) {
      await vscode.setTheme(id);
      const page = await vscode.window.webview('training');
      if (isJudged) expect(await axeViolations(page, '--vscode-editor-background'), theme).toEqual([]);
      await vscode.screenshot(`${name}-${theme}`);
    }
    await vscode.setTheme(themes.dark);
  };

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
    const played = await (await vscode.window.webview('training')).evaluate<Pictures>(measurePlay);
    console.log(`In Play: ${told(played)}.`);
    // A loaded machine has fewer frames, and uneven ones; what it has must show the curve.
    expect(played.rate).toBeGreaterThanOrEqual(Math.min(30, 0.5 * played.frameRate));
    expect(await text('.fits > :nth-child(2) .epoch-told')).toBe('After epoch 600 of 600');
    await expect.poll(pictureOfFit, patience).toBe(atEnd);
    await vscode.screenshot('playground');
  });

  it('is reached and used by the keyboard alone: another number of neurons is trained at once', async () => {
    await vscode.window.clearNotifications();
    const before = workspace.files('sine_model');
    await vscode.window.palette('TinyML: Show Training Page');
    const spoken = 'model_2: neurons of layer 2';
    const page = await vscode.window.webview('training');
    for (let tabs = 0; tabs < 60 && (await page.evaluate<string | null>(focusedLabel)) !== spoken; tabs++) {
      await page.evaluate('globalThis.focusedBefore = document.activeElement');
      await vscode.page.keyboard.press('Tab');
      // A loaded machine takes its time; where the focus does not move, the next Tab goes on.
      await page
        .waitForFunction('document.activeElement !== globalThis.focusedBefore', null, { timeout: 2000 })
        .catch(() => undefined);
    }
    expect(await page.evaluate<string | null>(focusedLabel)).toBe(spoken);
    await vscode.page.keyboard.press('Control+a');
    await vscode.page.keyboard.type('0');
    const field = await inPage(`input[aria-label="${spoken}"]`);
    await expect.poll(() => field.getAttribute('aria-invalid'), patience).toBe('true');
    expect(await text('.complaint:not(:empty)')).toBe('A whole number from 1 to 10,000.');
    await vscode.page.keyboard.press('Enter');
    await vscode.page.keyboard.press('Control+a');
    await vscode.page.keyboard.type('8');
    const { measuring } = await startMeasuring();
    await vscode.page.keyboard.press('Enter');
    const { secondsInAll } = await measuring;
    console.log(
      `From Enter to the new curve of model_2, with its run in the list: ${secondsInAll.toFixed(2)} s.`,
    );
    expect(await text('.runs tbody tr')).toContain('model_2: 16 relu, 8 relu, 1');
    // 16 + 16, 16 · 8 + 8, 8 + 1
    expect(await text('.models > :nth-child(2) tfoot')).toContain('177');
    // What somebody tries replaces no file.
    expect([...workspace.files('sine_model')]).toEqual([...before]);
    await vscode.screenshot('playground-changed');
  });

  it('draws the curve while it learns', async () => {
    const epochs = await inPage('input[aria-label="model_2: epochs"]');
    // Long enough to count pictures.
    await epochs.fill('6000');
    await (await inPage('.fits > :nth-child(2) canvas')).first().scrollIntoViewIfNeeded();
    await epochs.evaluate(focusInPlace);
    const { measuring } = await startMeasuring();
    await vscode.page.keyboard.press('Enter');
    const learning = await measuring;
    console.log(`While 6,000 epochs were learned: ${told(learning)}.`);
    expect(learning.rate).toBeGreaterThanOrEqual(Math.min(30, 0.4 * learning.frameRate));
    await epochs.fill('600');
  });

  it('overlays the runs that are ticked, and its legend names them', async () => {
    const ticks = await inPage('.runs input[type="checkbox"]');
    const legend = await inPage('[aria-label="Series of “Fits of the ticked runs”"] button');
    const overlaid = await inPage('canvas[aria-label^="Fits of the ticked runs"]');
    const newest = Number(await text('.runs tbody th'));
    const [older, newer] = [newest - 1, newest].map((run) => `Run ${String(run)}: model_2`);
    // The second models: of the newest run, and of the one before it.
    await ticks.nth(1).check();
    await expect.poll(() => legend.allInnerTexts(), patience).toEqual([newer]);
    const alone = await overlaid.evaluate(dataUrl);
    await ticks.nth(3).check();
    await expect.poll(() => legend.allInnerTexts(), patience).toEqual([older, newer]);
    await expect.poll(() => overlaid.evaluate(dataUrl), patience).not.toBe(alone);
    await overlaid.scrollIntoViewIfNeeded();
    await pictures('playground-runs');
  });

  it('draws what each neuron adds, and says where they bend', async () => {
    const toggle = await inPage('.fits > :nth-child(2) [aria-label="Show Neurons of model_2"]');
    await toggle.click();
    const drawn = '.fits > :nth-child(2) .neurons';
    // A line for each neuron of the last hidden layer, and the places where they bend.
    await expect.poll(async () => (await inPage(`${drawn} .legend button`)).count(), patience).toBe(8 + 1);
    expect(await text(`${drawn} .description`)).toMatch(
      /of the 8 neurons of hidden layer 2 bend inside the data/,
    );
    await (await inPage(`${drawn} canvas`)).scrollIntoViewIfNeeded();
    await pictures('playground-neurons');
    await toggle.click();
    expect(await (await inPage(drawn)).isVisible()).toBe(false);
  });

  it('adds and removes a layer, refuses a wrong number with a sentence, and goes back to the tutorial', async () => {
    const neurons = (layer: number): string =>
      `input[aria-label="model_2: neurons of layer ${String(layer)}"]`;
    await (await inPage('[aria-label="Add Layer to model_2"]')).click();
    await expect.poll(async () => (await inPage(neurons(3))).inputValue(), patience).toBe('8');
    await (await inPage('[aria-label="Remove Layer of model_2"]')).click();
    await expect.poll(async () => (await inPage(neurons(3))).count(), patience).toBe(0);

    const runs = await (await inPage('.runs tbody tr')).count();
    const rate = await inPage('input[aria-label="Learning rate"]');
    await rate.fill('1e9');
    await expect.poll(() => text('.complaint:not(:empty)'), patience).toBe('A number above 0, at most 10.');
    await rate.press('Enter');
    await pictures('playground-refused', true);
    const page = await vscode.window.webview('training');
    expect(await page.evaluate<string | null>(focusedLabel)).toBe('Learning rate');
    // No run began.
    expect(await (await inPage('.runs tbody tr')).count()).toBe(runs);
    expect(await text('.phase')).toMatch(/^Finished/);

    const back = (await inPage('.playground vscode-button')).filter({
      hasText: "Back to the Tutorial's Values",
    });
    await back.click();
    await expect.poll(async () => (await inPage(neurons(2))).inputValue(), patience).toBe('16');
    expect(await (await inPage('input[aria-label="Learning rate"]')).inputValue()).toBe('0.001');
    expect(await (await inPage('.complaint:not(:empty)')).count()).toBe(0);
    await expect.poll(async () => back.evaluate(isDisabled), patience).toBe(true);
  });

  it('saves its values as a project that the palette and the terminal train to the same bytes', async () => {
    await (await inPage('input[aria-label="model_2: neurons of layer 2"]')).fill('8');
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
    // Two models each, of four runs or, where a test was tried again, of more.
    expect(await (await inPage('.runs tbody tr')).count()).toBeGreaterThanOrEqual(8);
  });
});

const focusedLabel = `document.activeElement.getAttribute('aria-label')`;
const isDisabled = (button: unknown): boolean => (button as { disabled: boolean }).disabled;
const dataUrl = (canvas: unknown): string => (canvas as { toDataURL(): string }).toDataURL();

const focusInPlace = (field: unknown): void =>
  (field as { focus(options: unknown): void }).focus({ preventScroll: true });

/** How often the second model's fit was drawn with another epoch, and how often the window drew at all in that time. */
interface Pictures {
  readonly pictures: number;
  readonly seconds: number;
  readonly rate: number;
  readonly frameRate: number;
}

interface Measured extends Pictures {
  /** From the key to the run in the list. */
  readonly secondsInAll: number;
}

function told({ pictures, seconds, rate, frameRate }: Pictures): string {
  return (
    `${String(pictures)} pictures of its fit in ${seconds.toFixed(2)} s, ${rate.toFixed(1)} a second; ` +
    `the window had ${frameRate.toFixed(0)} frames a second`
  );
}

/** Inside the page: a picture is drawn in the moment that its canvas is cleared. */
const record = `(() => {
  const drawn = [];
  const frames = [];
  const epochOf = () => document.querySelector('.fits > :nth-child(2) .epoch-told')?.textContent;
  let shown = epochOf();
  let isOn = true;
  const frame = (at) => {
    frames.push(at);
    if (isOn) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    const epoch = epochOf();
    if (this.canvas === document.querySelector('.fits > :nth-child(2) canvas') && epoch && epoch !== shown) {
      shown = epoch;
      drawn.push(performance.now());
    }
    return clear.apply(this, box);
  };
  return (afterwards = 0) => {
    isOn = false;
    CanvasRenderingContext2D.prototype.clearRect = clear;
    drawn.length -= Math.min(afterwards, drawn.length);
    const [first = 0, last = 0] = [drawn[0], drawn.at(-1)];
    const during = frames.filter((at) => at >= first && at <= last).length;
    const seconds = (last - first) / 1000;
    return { pictures: drawn.length, seconds, rate: (drawn.length - 1) / seconds, frameRate: during / seconds };
  };
})()`;

const measurePlay = `(async () => {
  const stop = ${record};
  const play = document.querySelector('.fits > :nth-child(2) .play');
  const atRest = play.textContent;
  play.click();
  while (play.textContent !== atRest) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return stop();
})()`;

const measureRun = `(async () => {
  const stop = ${record};
  const entered = new Promise((resolve) =>
    document.addEventListener('keydown', () => resolve(performance.now()), { once: true, capture: true }),
  );
  const rows = () => document.querySelectorAll('.runs tbody tr').length;
  const before = rows();
  globalThis.isMeasuring = true;
  const started = await entered;
  globalThis.isMeasuring = false;
  while (rows() === before && performance.now() - started < 30000)
    await new Promise((resolve) => setTimeout(resolve, 5));
  // The last one comes with the result, when nothing is learned any more.
  return { secondsInAll: (performance.now() - started) / 1000, ...stop(1) };
})()`;
