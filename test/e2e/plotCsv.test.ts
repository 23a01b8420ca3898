import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeVSCode, themes, VSCode } from './vscode';
import { Workspace } from './workspace';

describeVSCode('TinyML: Plot CSV File…', () => {
  const workspace = new Workspace();
  let vscode: VSCode;
  beforeAll(async () => {
    const rows = Array.from(
      { length: 500 },
      (_, index) => `${index / 50},${Math.sin(index / 50)},${Math.cos(index / 50)}`,
    );
    writeFileSync(workspace.path('waves.csv'), `time,sine,cosine\n${rows.join('\n')}\n`);
    writeFileSync(workspace.path('bare.csv'), rows.join('\n'));
    writeFileSync(workspace.path('words.csv'), 'one,two\nthree,four\n');
    vscode = await VSCode.start({ folder: workspace.folder });
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });

  it('opens from the menu of the explorer, with the names of the header', async () => {
    await vscode.window.explorerMenu('waves.csv', /Plot CSV File/);
    const page = await vscode.window.webview('plot');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/sine[\s\S]*cosine/);
    for (const [name, theme] of Object.entries(themes)) {
      await vscode.setTheme(theme);
      await vscode.screenshot(`plot-${name}`);
    }
  });

  it('opens from the palette for the file in the editor, without a header', async () => {
    await vscode.execute('workbench.action.closeAllEditors');
    await vscode.inHost(async ({ vscode: api }, path: string) => {
      await api.window.showTextDocument(api.Uri.file(path));
    }, workspace.path('bare.csv'));
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
