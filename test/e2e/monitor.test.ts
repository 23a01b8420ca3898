import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  let vscode: VSCode;
  beforeAll(async () => {
    writeFileSync(workspace.path('main.c'), sketch);
    vscode = await VSCode.start({ folder: workspace.folder });
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });

  it('plots the virtual board live, chosen from the list', async () => {
    await vscode.inHost(async ({ vscode: api }, path: string) => {
      await api.window.showTextDocument(api.Uri.file(path));
    }, workspace.path('main.c'));
    await vscode.window.palette('TinyML: Open Serial Monitor');
    const row = vscode.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Virtual board: sine' });
    await row.first().click();
    const page = await vscode.window.webview('monitor');
    const chip = page.locator('.chip');
    await expect.poll(() => chip.innerText(), { timeout: 20_000 }).toMatch(/2 series/);
    const canvas = page.locator('canvas').first();
    const before = await canvas.screenshot();
    await expect.poll(async () => before.equals(await canvas.screenshot())).toBe(false);
    await expect.poll(() => chip.innerText(), { timeout: 20_000 }).toMatch(/1\d\d(\.\d)? Hz|9\d(\.\d)? Hz/);
    for (const [name, theme] of Object.entries(themes)) {
      await vscode.setTheme(theme);
      await vscode.screenshot(`monitor-${name}`);
    }
  });
});
