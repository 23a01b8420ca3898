import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NetworkBoard } from './networkBoard';
import { describeVSCode, themes, VSCode } from './vscode';
import { Workspace } from './workspace';

const sketch = `#include <stdio.h>

void loop(void) {
  float sine = read_sine();
  float cosine = read_cosine();
  printf("sine:%f,cosine:%f\\n", sine, cosine);
}
`;

describeVSCode('TinyML: Open Serial Monitor', () => {
  const workspace = new Workspace();
  const board = new NetworkBoard();
  let vscode: VSCode;
  let page: Frame;
  const chip = () => page.locator('.chip').innerText();
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();

  beforeAll(async () => {
    writeFileSync(workspace.path('main.c'), sketch);
    vscode = await VSCode.start({ folder: workspace.folder });
  });
  afterAll(async () => {
    await vscode.close();
    board.close();
    workspace.remove();
  });

  it('plots the virtual board live, chosen from the list', async () => {
    await vscode.inHost(async ({ vscode: api }, path: string) => {
      await api.window.showTextDocument(api.Uri.file(path));
    }, workspace.path('main.c'));
    await vscode.window.palette('TinyML: Open Serial Monitor');
    const rows = vscode.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Virtual board: sine' }).first().click();
    page = await vscode.window.webview('monitor');
    await expect.poll(chip, { timeout: 20_000 }).toMatch(/2 series/);
    const canvas = page.locator('canvas').first();
    const before = await canvas.screenshot();
    await expect.poll(async () => before.equals(await canvas.screenshot())).toBe(false);
    await expect.poll(chip, { timeout: 20_000 }).toMatch(/(9\d(\.\d)?|10\d(\.\d)?) Hz/);
    for (const [name, theme] of Object.entries(themes)) {
      await vscode.setTheme(theme);
      await vscode.screenshot(`monitor-${name}`);
    }
    await vscode.setTheme(themes.dark);
  });

  it('shows the last value over the statement that prints it, and goes there from a series', async () => {
    const lens = vscode.page.locator('.codelens-decoration').filter({ hasText: /sine = -?\d/ });
    await lens.first().waitFor({ timeout: 10_000 });
    await press(/^Series$/);
    await page.getByRole('button', { name: 'Go to statement' }).first().click();
    await expect
      .poll(() => vscode.inHost(({ vscode: api }) => api.window.activeTextEditor?.selection.start.line))
      .toBe(5);
    await press(/^Series$/);
  });

  it('pauses the view, never the data, and records what comes', async () => {
    await press(/^Record$/);
    await expect.poll(() => page.locator('.tools').innerText()).toMatch(/Stop Recording/);
    await press('Pause');
    const canvas = page.locator('canvas').first();
    await expect.poll(() => page.locator('.tools').innerText()).toMatch(/Resume/);
    let still = await canvas.screenshot();
    // What was on its way when it was paused still comes.
    const hasSettled = async (): Promise<boolean> => {
      const before = still;
      still = await canvas.screenshot();
      return before.equals(still);
    };
    await expect.poll(hasSettled, { interval: 500 }).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(still.equals(await canvas.screenshot())).toBe(true);
    await press(/Stop Recording/);
    const folder = workspace.path('recordings');
    await expect.poll(() => readdirSync(folder).length, { timeout: 10_000 }).toBe(1);
    const lines = readFileSync(`${folder}/${readdirSync(folder)[0] ?? ''}`, 'utf8')
      .trim()
      .split('\n');
    expect(lines[0]).toBe('timestamp,sine,cosine');
    // Three seconds of a paused view at 100 lines a second, on a machine that may be slow.
    expect(lines.length).toBeGreaterThan(200);
    await press('Resume');
  });

  it('is the same connection in an editor tab, and one of the two leads', async () => {
    await press('Open in Editor');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/shown in another tab/);
    await expect.poll(() => vscode.window.tabs()).toContain('Serial Monitor');
    const frames = vscode.page.frames();
    await expect
      .poll(
        async () => {
          const texts = await Promise.all(
            frames.concat(vscode.page.frames()).map((frame) =>
              frame
                .locator('.chip')
                .innerText({ timeout: 500 })
                .catch(() => ''),
            ),
          );
          return texts.some((text) => text.includes('2 series'));
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await vscode.screenshot('monitor-in-editor');
    await page.locator('vscode-button').filter({ hasText: 'Show It Here' }).click();
    await expect.poll(chip, { timeout: 10_000 }).toMatch(/2 series/);
    await vscode.window.closeActiveEditor();
  });

  // The extension host of this window is not the browser's machine: to VS Code that is a remote window.
  it('is listed with the machine that it belongs to', async () => {
    await vscode.window.palette('TinyML: Open Serial Monitor');
    const list = vscode.page.locator('.quick-input-list');
    await list.getByText('Serial ports of the machine that the extension runs on').waitFor();
    await vscode.page.keyboard.press('Escape');
  });

  it('reads a board on the network, sends to it, and connects again by itself', async () => {
    const port = await board.listen();
    await vscode.window.palette('TinyML: Open Serial Monitor');
    const rows = vscode.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Network address' }).first().waitFor();
    await vscode.screenshot('monitor-choose');
    await rows.filter({ hasText: 'Network address' }).first().click();
    const input = vscode.page.locator('.quick-input-widget input.input');
    await vscode.page
      .locator('.quick-input-title')
      .filter({ hasText: 'Network address' })
      .waitFor({ timeout: 10_000 });
    await input.fill(`127.0.0.1:${port}`);
    await input.press('Enter');
    await expect.poll(() => board.connections, { timeout: 10_000 }).toBe(1);
    for (let row = 0; row < 50; row++) board.print(`${row / 10},${-row}\n`);
    board.print('7,abc\n<img src=x onerror="document.body.remove()">\n');
    await expect.poll(chip, { timeout: 10_000 }).toMatch(/2 series[\s\S]*1 rejected/);
    await page.locator('.chip').click();
    await expect
      .poll(() => page.locator('.sheet').first().innerText())
      .toMatch(/7,abc[\s\S]*field 2 "abc" is not a number/);
    await page.locator('.chip').click();
    // The console is sent on its own, after the counts.
    await expect.poll(() => page.locator('.lines').innerText(), { timeout: 10_000 }).toContain('<img src=x');
    await page.getByPlaceholder('Send to the board').fill('rate 100');
    await page.getByPlaceholder('Send to the board').press('Enter');
    await expect.poll(() => board.received).toBe('rate 100\n');
    board.unplug();
    await expect.poll(() => board.connections, { timeout: 10_000 }).toBe(1);
    board.print('30,31\n32,33\n');
    await expect.poll(() => page.locator('.lines').innerText(), { timeout: 10_000 }).toContain('32,33');
    await vscode.screenshot('monitor-network');
  });

  it('gives the port back to other extensions', async () => {
    await vscode.inHost(async ({ vscode: api }) => {
      const extension = api.extensions.getExtension('tinyml-workbench.tinyml-workbench');
      const exported = extension?.exports as { releasePort(): Promise<void> };
      await exported.releasePort();
    });
    await expect.poll(() => board.connections, { timeout: 5000 }).toBe(0);
    await expect
      .poll(() => page.locator('.connection').innerText())
      .toMatch(/Not connected[\s\S]*Connect Again/);
  });
});
