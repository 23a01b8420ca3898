/** Each step as a command of its own, from the menus and the palette to what it makes. */
import { readFileSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesBelow, type Workspace } from './workspace';
import type { VSCode } from './vscode';

/** @param folder of the workspace, with what a training of the tutorial has made */
export function itTakesEachStep(vscode: VSCode, workspace: Workspace, folder = 'sine_model'): void {
  const place = (name: string): string => workspace.path(`${folder}/${name}`);
  const read = (name: string): string => readFileSync(place(name), 'utf8');

  async function fromMenu(name: string, entry: RegExp): Promise<void> {
    await vscode.clearNotifications();
    await vscode.executeOn('revealInExplorer', place(name));
    await vscode.window.explorerMenu(name, entry);
  }

  /** For the model that is shown. */
  async function fromPalette(name: string, title: string): Promise<void> {
    await vscode.clearNotifications();
    await vscode.executeOn('vscode.open', place(name));
    const shown = (): Promise<string> =>
      vscode.inHost(({ vscode: api }) => {
        const { input } = api.window.tabGroups.activeTabGroup.activeTab ?? {};
        return input instanceof api.TabInputCustom ? input.uri.path : '';
      });
    await expect.poll(shown, { timeout: 20_000 }).toBe(place(name));
    await vscode.window.palette(title);
  }

  it('Quantize Model… makes again what the training made', async () => {
    const trained = readFileSync(place('sine_model_int8.tflite'));
    rmSync(place('sine_model_int8.tflite'));
    await fromMenu('sine_model.tflite', /^Quantize Model…/);
    const kinds = vscode.page.locator('.quick-input-list .monaco-list-row');
    await kinds.filter({ hasText: 'int8' }).first().click();
    const said = await vscode.window.notification(/sine_model_int8\.tflite has/);
    expect(said).toContain(trained.length.toLocaleString('en'));
    expect(readFileSync(place('sine_model_int8.tflite')).equals(trained)).toBe(true);
  });

  it('Compare Predictions plots every model of the folder, and tells the errors that its file has', async () => {
    await fromMenu('sine_model.tflite', /^Compare Predictions/);
    const told = await vscode.window.notification(/sine_model_int8: MSE/);
    const [names = [], ...rows] = read('sine_model_predictions.csv')
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(names).toEqual(['x', 'y', 'sine_model', 'sine_model_int8', 'sine_model_quantized']);
    // A fifth of the thousand samples.
    expect(rows).toHaveLength(200);
    names.slice(2).forEach((name, index) => {
      const squares = rows.map((row) => (Number(row[index + 2]) - Number(row[1])) ** 2);
      const mse = squares.reduce((sum, one) => sum + one, 0) / rows.length;
      const said = Number(new RegExp(`\\b${name}: MSE ([\\d.]+)`).exec(told)?.[1]);
      // Told with a few digits.
      expect(Math.abs(said - mse), name).toBeLessThan(0.005 * mse);
    });
    const page = await vscode.window.webview('plot');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/sine_model_int8/);
  });

  it('Export C Array… writes the bytes of the model, and a header that names them', async () => {
    await fromPalette('sine_model.tflite', 'TinyML: Export C Array');
    await vscode.window.chooseInFileDialog(workspace.path('exported.cc'));
    await vscode.window.notification(/exported\.cc, exported\.h/);
    const source = readFileSync(workspace.path('exported.cc'), 'utf8');
    const bytes = [...source.matchAll(/\b0x([0-9a-f]{2})\b/g)].map(([, digits = '']) => parseInt(digits, 16));
    expect(Buffer.from(bytes).equals(readFileSync(place('sine_model.tflite')))).toBe(true);
    const array = /\b(\w+)\[\]/.exec(source)?.[1];
    expect(readFileSync(workspace.path('exported.h'), 'utf8')).toMatch(
      new RegExp(`\\b${array ?? '-'}\\[\\]`),
    );
  });

  it('Export C++ Program writes the program of the training into a folder of its own', async () => {
    await fromMenu('sine_model_quantized.tflite', /^Export C\+\+ Program/);
    await vscode.window.notification(/sine_model_quantized_program/);
    const program = filesBelow(place('sine_model_quantized_program'));
    const trained = filesBelow(place(''));
    expect([...program.keys()]).toEqual(expect.arrayContaining(['main.cc', 'sine_model_quantized.cc']));
    for (const [path, bytes] of program) {
      if (path.startsWith('.tinyml/')) continue;
      expect(trained.get(path)?.equals(bytes), path).toBe(true);
    }
  });

  it('Run Model shows what the program prints, and the first 20 lines of its file', async () => {
    await fromPalette('sine_model_quantized.tflite', 'TinyML: Run Model');
    const lines = read('data.csv').split('\n').slice(0, 20);
    const output = (): Promise<readonly string[]> =>
      vscode.inHost(({ vscode: api }) =>
        api.workspace.textDocuments
          .filter(({ uri }) => uri.scheme === 'output')
          .flatMap((document) => document.getText().trim().split('\n')),
      );
    await expect.poll(async () => (await output()).slice(-20), { timeout: 20_000 }).toEqual(lines);
    expect((await output()).filter((line) => /^x:\d+\.\d{6}, y:-?\d+\.\d{6}$/.test(line))).toHaveLength(1000);
    const shown = vscode.page.locator('.part.panel .view-lines');
    await expect.poll(() => shown.innerText(), { timeout: 20_000 }).toMatch(/0\.119381,/);
  });
}
