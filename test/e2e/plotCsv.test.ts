import { appendFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { axeViolations } from './axe';
import { describeVSCode, openWindow, themes } from './vscode';

describeVSCode('TinyML: Plot CSV File…', () => {
  const { vscode, workspace } = openWindow((folder) => {
    const rows = Array.from(
      { length: 500 },
      (_, index) => `${index / 50},${Math.sin(index / 50)},${Math.cos(index / 50)}`,
    );
    writeFileSync(folder.path('waves.csv'), `time,sine,cosine\n${rows.join('\n')}\n`);
    writeFileSync(folder.path('bare.csv'), rows.join('\n'));
    writeFileSync(folder.path('words.csv'), 'one,two\nthree,four\n');
    return {};
  });

  it('opens from the menu of the explorer, with the names of the header', async () => {
    await vscode.window.explorerMenu('waves.csv', /Plot CSV File/);
    const page = await vscode.window.webview('plot');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/sine[\s\S]*cosine/);
    for (const [name, theme] of Object.entries(themes)) {
      await vscode.setTheme(theme);
      await vscode.screenshot(`plot-${name}`);
      expect(await axeViolations(page, '--vscode-editor-background'), name).toEqual([]);
    }
  });

  it('follows a file that grows, and whoever has zoomed in stays there', async () => {
    const page = await vscode.window.webview('plot');
    await page.locator('.chart').press('+');
    const showAll = page.getByRole('button', { name: 'Show all' });
    await expect.poll(() => showAll.getAttribute('aria-disabled')).toBe('false');
    const rows = async (): Promise<number> =>
      Number(/(\d+) rows/.exec(await page.locator('.title').innerText())?.[1]);
    const before = await rows();
    // The time goes on: it stays what is drawn along x.
    const added = [0, 1, 2].map((row) => `${(before + row) / 50},0.5,0.5\n`);
    appendFileSync(workspace.path('waves.csv'), added.join(''));
    await expect.poll(rows).toBe(before + 3);
    expect(await showAll.getAttribute('aria-disabled')).toBe('false');
  });

  it('opens from the palette for the file in the editor, without a header', async () => {
    await vscode.execute('workbench.action.closeAllEditors');
    await vscode.executeOn('vscode.open', workspace.path('bare.csv'));
    await vscode.window.palette('TinyML: Plot CSV File…');
    const page = await vscode.window.webview('plot');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/500/);
    expect(await page.locator('canvas').count()).toBe(1);
  });

  it('says what is wrong with a file that has no numbers', async () => {
    await vscode.execute('workbench.action.closeAllEditors');
    await vscode.window.explorerMenu('words.csv', /Plot CSV File/);
    const page = await vscode.window.webview('plot');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/number/i);
    await vscode.screenshot('plot-no-numbers');
  });

  it('shows the same file again after the window was reloaded', async () => {
    await vscode.execute('workbench.action.closeAllEditors');
    await vscode.window.explorerMenu('waves.csv', /Plot CSV File/);
    const before = await vscode.window.webview('plot');
    await expect.poll(() => before.locator('body').innerText()).toMatch(/sine/);
    await vscode.reload();
    const page = await vscode.window.webview('plot');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/sine[\s\S]*cosine/);
  });
});
