/** Scenarios of the inspector: two models compared. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { Uri } from 'vscode';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InspectorWindow } from './inspectorWindow';
import type { VSCode } from './vscode';
import type { Workspace } from './workspace';

const hello = 'hello_world_int8.tflite';

/** @param open the window with the models, asked for when it stands */
export function comparisons(open: () => InspectorWindow): void {
  describe('compares', () => {
    let inspector: InspectorWindow;
    let vscode: VSCode;
    let workspace: Workspace;
    beforeAll(() => {
      inspector = open();
      ({ vscode, workspace } = inspector);
    });

    it('two models that are selected in the explorer', async () => {
      const row = (name: string) =>
        vscode.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
      await vscode.window.palette('View: Show Explorer');
      const selected = vscode.page.locator('.explorer-folders-view .monaco-list-row.selected');
      // The first click opens a file, and the explorer then follows the editor.
      await expect
        .poll(
          async () => {
            await row('hello_world_float').click();
            await row('hello_world_int8').click({ modifiers: ['ControlOrMeta'] });
            return selected.count();
          },
          { timeout: 30_000, interval: 1000 },
        )
        .toBe(2);
      await vscode.window.explorerMenu('hello_world_int8', /Compare Models/);
      const page = await vscode.window.webview('compare');
      await expect.poll(() => page.locator('body').innerText()).toMatch(/FULLY_CONNECTED/);
      await vscode.screenshot('compare');
    });

    it('two models that are chosen from the palette', async () => {
      await inspector.open('hello_world_float.tflite');
      await vscode.window.palette('TinyML: Compare Models');
      const row = vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: hello }).first();
      await row.click({ timeout: 30_000 });
      await expect
        .poll(() => vscode.window.tabs())
        .toContainEqual(expect.stringContaining(`hello_world_float.tflite ↔ ${hello}`));
      const page = await vscode.window.webview('compare');
      await expect.poll(() => page.locator('body').innerText()).toMatch(/FULLY_CONNECTED/);
    });

    it('with the last commit, and comes back after a reload of the window', async () => {
      const git = (...args: readonly string[]): void => {
        const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
        execFileSync('git', [...identity, ...args], { cwd: workspace.folder });
      };
      const sketch = (name: string): string =>
        `alignas(16) const unsigned char g_kept[] = {${readFileSync(workspace.path(name)).join()}};\n`;
      copyFileSync(workspace.path('hello_world_float.tflite'), workspace.path('kept.tflite'));
      writeFileSync(workspace.path('kept.cc'), sketch('hello_world_float.tflite'));
      git('init', '-q');
      git('add', 'kept.tflite', 'kept.cc');
      git('commit', '-q', '-m', 'A model');
      copyFileSync(workspace.path(hello), workspace.path('kept.tflite'));
      writeFileSync(workspace.path('kept.cc'), sketch(hello));
      await vscode.reload();
      await inspector.open('kept.tflite');
      await expect
        .poll(
          async () => {
            await inspector.openBy('tinyml.compareWithHead', 'kept.tflite');
            return vscode.window.tabs();
          },
          { timeout: 30_000, interval: 2000 },
        )
        .toContainEqual(expect.stringContaining('kept.tflite (HEAD)'));
      let page = await vscode.window.webview('compare');
      await expect.poll(() => page.locator('body').innerText()).toMatch(/FULLY_CONNECTED/);
      await vscode.screenshot('compare-head');
      await vscode.reload();
      page = await vscode.window.webview('compare');
      await expect
        .poll(() => page.locator('body').innerText(), { timeout: 30_000 })
        .toMatch(/FULLY_CONNECTED/);
      await inspector.closeAll();

      // As the timeline and the source control view open it.
      await vscode.inHost(async ({ vscode: api }, path: string) => {
        interface Git {
          getAPI(version: number): { toGitUri(uri: unknown, ref: string): Uri };
        }
        const git = await api.extensions.getExtension<Git>('vscode.git')!.activate();
        await api.commands.executeCommand('vscode.open', git.getAPI(1).toGitUri(api.Uri.file(path), 'HEAD'));
      }, workspace.path('kept.tflite'));
      const committed = await inspector.page();
      expect(await committed.locator('.summary').innerText()).toContain('float32 model');
      await committed.locator('vscode-button', { hasText: 'Compare with Working File' }).click();
      page = await vscode.window.webview('compare');
      await expect.poll(() => page.locator('h1').innerText()).toMatch(/kept\.tflite \(HEAD\)/);
      await expect.poll(() => page.locator('body').innerText()).toMatch(/FULLY_CONNECTED/);
      await inspector.closeAll();

      // A model in C source is compared with the one in the committed source.
      await vscode.window.explorerMenu('kept.cc', /Inspect Model/);
      await inspector.page();
      await vscode.window.palette('TinyML: Compare with HEAD');
      page = await vscode.window.webview('compare');
      await expect.poll(() => page.locator('h1').innerText()).toMatch(/g_kept \(kept\.cc \(HEAD\)\)/);
      await expect.poll(() => page.locator('body').innerText()).toMatch(/FULLY_CONNECTED/);
    });
  });
}
