import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeVSCode, themes, VSCode } from './vscode';
import { Workspace } from './workspace';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describeVSCode('accessibility of the pages', () => {
  const workspace = new Workspace();
  let vscode: VSCode;
  beforeAll(async () => {
    writeFileSync(workspace.path('waves.csv'), 'x,y\n0,1\n1,2\n2,1\n');
    vscode = await VSCode.start({ folder: workspace.folder });
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });

  it('axe finds nothing on the training page, before and after a run, in three themes', async () => {
    await vscode.window.palette('TinyML: Show Training Page');
    expect(await violations(await vscode.window.webview('training'))).toEqual([]);
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/is trained/);
    for (const theme of Object.values(themes)) {
      await vscode.setTheme(theme);
      expect(await violations(await vscode.window.webview('training')), theme).toEqual([]);
    }
  });

  it('axe finds nothing on the plot page', async () => {
    await vscode.window.explorerMenu('waves.csv', /Plot CSV File/);
    for (const theme of Object.values(themes)) {
      await vscode.setTheme(theme);
      expect(await violations(await vscode.window.webview('plot')), theme).toEqual([]);
    }
  });
});

/** What axe objects to, as one line each. */
async function violations(page: Frame): Promise<string[]> {
  await page.evaluate(axeSource);
  // A page is transparent: the colour behind it belongs to the window, where axe cannot see it.
  await page.evaluate(`document.documentElement.style.background = 'var(--vscode-editor-background)'`);
  const options =
    "{ iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }";
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
