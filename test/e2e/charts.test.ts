import { readFileSync } from 'node:fs';
import type { Frame, Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { readCsv } from '../../src/core/data/csv';
import { readModel } from '../../src/core/tflite/read';
import { axeViolations } from './axe';
import { itFollowsTheTheme } from './pageDeeds';
import { describeVSCode, openWindow } from './vscode';

describeVSCode('the charts of a run, and what is said of them', () => {
  const { vscode, workspace } = openWindow();
  const page = (): Promise<Frame> => vscode.window.webview('training');
  /** The losses of the first model without its first 50 epochs. */
  const lossChart = async (): Promise<Locator> => {
    const chart = (await page()).locator('figure.chart-card', { hasText: 'Without the first 50' }).first();
    await chart.scrollIntoViewIfNeeded();
    await chart.hover();
    return chart;
  };
  const picture = async (): Promise<string> => {
    const canvas = (await lossChart()).locator('canvas');
    return canvas.evaluate((one) => (one as unknown as { toDataURL: () => string }).toDataURL());
  };
  const press = async (name: string): Promise<void> => {
    await (await lossChart()).getByRole('button', { name }).click();
  };
  const save = async (name: string, file: string): Promise<Buffer> => {
    await press(name);
    await vscode.window.chooseInFileDialog(workspace.path(file));
    await vscode.window.notification(new RegExp(`${file} is saved`));
    return readFileSync(workspace.path(file));
  };

  it('have a page before there is a run, where axe finds nothing', async () => {
    await vscode.window.palette('TinyML: Show Training Page');
    await (await page()).locator('h1').waitFor();
    expect(await axeViolations(await page(), '--vscode-editor-background')).toEqual([]);
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/is trained/);
    await vscode.clearNotifications();
  });

  it('say on the page what the report says', async () => {
    const said = workspace
      .files('sine_model')
      .get('report.md')!
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('- '))
      .map((line) => line.slice(2).replace(/\\(.)/g, '$1'));
    const beside = said.filter((text) => !text.startsWith('`'));
    expect(beside.length).toBeGreaterThanOrEqual(10);
    const notes = async (): Promise<string[]> =>
      (await (await page()).locator('.chart-notes li').allInnerTexts()).sort();
    await expect.poll(notes, { timeout: 20_000 }).toEqual(beside.sort());
    expect(beside.join(' ')).toMatch(/It got stuck.*It underfits/);
  });

  it('zoom by button, keys and drag, and show everything again', async () => {
    const whole = await picture();
    await press('Zoom In');
    await expect.poll(picture).not.toBe(whole);
    await press('Show All');
    await expect.poll(picture).toBe(whole);
    const frame = (await lossChart()).locator('.zoomable');
    await frame.focus();
    await frame.press('+');
    await expect.poll(picture).not.toBe(whole);
    await frame.press('0');
    await expect.poll(picture).toBe(whole);
    const box = (await frame.boundingBox())!;
    await vscode.page.mouse.move(box.x + 150, box.y + 80);
    await vscode.page.mouse.down();
    await vscode.page.mouse.move(box.x + 250, box.y + 80, { steps: 4 });
    await vscode.page.mouse.up();
    await expect.poll(picture).not.toBe(whole);
    await press('Show All');
    await expect.poll(picture).toBe(whole);
  });

  it('are saved as numbers: every epoch, as in the history of the run', async () => {
    const read = readCsv((await save('Save as CSV', 'losses.csv')).toString());
    const history = readCsv(workspace.files('sine_model').get('model_1_history.csv')!.toString());
    if (read.kind !== 'table' || history.kind !== 'table') throw new Error('No table was read.');
    expect(read.columns.map(({ name }) => name)).toEqual(['Epochs', 'Training loss', 'Validation loss']);
    const named = (name: string) => history.columns.find((column) => column.name === name)!.values.slice(50);
    expect(read.columns.map(({ values }) => values)).toEqual([
      named('epoch'),
      named('loss'),
      named('val_loss'),
    ]);
  });

  it('are saved as a picture on the colour of the theme', async () => {
    const png = await save('Save as PNG', 'losses.png');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const { background, isOpaque, colours } = await vscode.page.evaluate<Pixels>(pixelsOf(png));
    expect(isOpaque).toBe(true);
    expect(colours).toBeGreaterThan(20);
    // Dark Modern's editor background.
    expect(background).toEqual([31, 31, 31]);
  });

  it('are read as a table', async () => {
    await press('Show as table');
    const table = (await lossChart()).getByRole('table');
    await table.waitFor();
    // 950 epochs, thinned out to 100, and the head.
    expect(await table.getByRole('row').count()).toBe(101);
    expect(await table.getByRole('row').last().innerText()).toMatch(/^1,000/);
    await vscode.screenshot('charts-table');
    await press('Show as table');
    await table.waitFor({ state: 'detached' });
  });

  it('stand beside the weights of the layers, those of the file', async () => {
    const model = (await page()).locator('.model').last();
    await model.locator('summary').click();
    const bias = model.getByRole('row', { name: /^bias/ }).first();
    await bias.waitFor();
    const cells = await bias.getByRole('cell').allInnerTexts();
    const { subgraphs, buffers } = readModel(workspace.files('sine_model').get('sine_model.tflite')!);
    const tensor = subgraphs[0]!.tensors[subgraphs[0]!.operators[0]!.inputs[2]!]!;
    const stored = new Float32Array(buffers[tensor.buffer]!.slice().buffer);
    expect(cells).toHaveLength(16);
    cells.forEach((text, unit) => expect(Number(text)).toBeCloseTo(stored[unit]!, 3));
    await vscode.screenshot('charts-weights');
  });

  itFollowsTheTheme(vscode, async (theme) => {
    // axe knows nothing of a theme: it looks at the colours that it finds.
    expect(await axeViolations(await page(), '--vscode-editor-background'), theme).toEqual([]);
  });
});

interface Pixels {
  readonly background: readonly number[];
  readonly isOpaque: boolean;
  readonly colours: number;
}

/** Looks at a PNG file with the browser's own decoder. */
function pixelsOf(png: Buffer): string {
  return `(async () => {
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    const colours = new Set();
    let isOpaque = true;
    for (let at = 0; at < pixels.length; at += 4) {
      colours.add(pixels[at] * 65536 + pixels[at + 1] * 256 + pixels[at + 2]);
      isOpaque &&= pixels[at + 3] === 255;
    }
    return { background: [...pixels.slice(0, 3)], isOpaque, colours: colours.size };
  })()`;
}
