/** Scenarios of the inspector: models that stand as arrays in C source. */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCBytes } from './exportedFiles';
import type { InspectorWindow } from './inspectorWindow';
import type { VSCode } from './vscode';
import type { Workspace } from './workspace';

const hello = 'hello_world_int8.tflite';

/** @param open the window with the models, asked for when it stands */
export function arraysInSource(open: () => InspectorWindow): void {
  describe('models in C source', () => {
    let inspector: InspectorWindow;
    let vscode: VSCode;
    let workspace: Workspace;
    beforeAll(() => {
      inspector = open();
      ({ vscode, workspace } = inspector);
    });

    const source = (): string => {
      const bytes = readFileSync(workspace.path(hello));
      const text = Array.from(bytes, (byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ');
      return `// A sketch.\nunsigned char g_model[] = {${text}};\nunsigned int g_model_len = 2700;\n`;
    };

    it('have a CodeLens that opens the inspector, and problems at the right words', async () => {
      writeFileSync(workspace.path('sketch.cc'), source());
      await vscode.inHost(async ({ vscode: api }, path: string) => {
        await api.window.showTextDocument(api.Uri.file(path), { preview: false });
      }, workspace.path('sketch.cc'));
      await expect
        .poll(async () => (await inspector.problems('sketch.cc')).map(({ code }) => code).sort())
        .toEqual(['TML015', 'TML016']);
      const found = await inspector.problems('sketch.cc');
      const lines = source().split('\n');
      const words = Object.fromEntries(
        found.map(({ code, place: [line, start, end] }) => [code, lines[line]?.slice(start, end)]),
      );
      expect(words).toEqual({ TML015: 'g_model', TML016: '2700' });
      const lens = vscode.page.locator('.codelens-decoration a', {
        hasText: 'Inspect model (2,704 bytes)',
      });
      await lens.click({ timeout: 30_000 });
      const page = await inspector.page();
      expect(await page.locator('.summary').innerText()).toContain('2.7 KB');
      await vscode.screenshot('inspector-array');
      // The source changes in its editor: the inspector follows, though nothing was saved.
      await vscode.inHost(async ({ vscode: api }, path: string) => {
        const edit = new api.WorkspaceEdit();
        edit.replace(api.Uri.file(path), new api.Range(1, 0, 1, 13), 'alignas(16) unsigned char');
        edit.replace(api.Uri.file(path), new api.Range(2, 27, 2, 31), '2704');
        await api.workspace.applyEdit(edit);
      }, workspace.path('sketch.cc'));
      await expect.poll(() => inspector.problems('sketch.cc')).toEqual([]);
      await expect.poll(() => page.locator('body').innerText()).not.toContain('TML015');
    });

    it('are checked with all others, also where no editor shows them', async () => {
      await inspector.closeAll();
      writeFileSync(workspace.path('unseen.cc'), source());
      await vscode.window.clearNotifications();
      await vscode.window.palette('TinyML: Check All Models');
      await vscode.window.notification(/models checked/, 60_000);
      const codes = async (): Promise<readonly string[]> =>
        (await inspector.problems('unseen.cc')).map(({ code }) => code).sort();
      expect(await codes()).toEqual(['TML015', 'TML016']);
      writeFileSync(
        workspace.path('unseen.cc'),
        source().replace('unsigned char', 'alignas(16) unsigned char'),
      );
      await expect.poll(codes).toEqual(['TML016']);
      await vscode.window.clearNotifications();
    });

    it('open from the menu of the explorer', async () => {
      writeFileSync(workspace.path('menu.h'), source());
      await vscode.window.explorerMenu('menu.h', /Inspect Model/);
      const page = await inspector.page();
      expect(await page.locator('.summary').innerText()).toContain('2.7 KB');
    });

    it('written by Export C Array hold the same bytes, and so does what is exported from there', async () => {
      const model = readFileSync(workspace.path('person_detect.tflite'));
      await vscode.window.explorerMenu('person_detect.tflite', /Export C Array/);
      await vscode.window.chooseInFileDialog(workspace.path('person.cc'));
      await vscode.window.notification(/person\.cc, person\.h/);
      await vscode.window.clearNotifications();
      expect(readCBytes(readFileSync(workspace.path('person.cc'), 'utf8')).equals(model)).toBe(true);

      await vscode.inHost(async ({ vscode: api }, path: string) => {
        await api.window.showTextDocument(api.Uri.file(path), { preview: false });
      }, workspace.path('person.cc'));
      const lens = vscode.page.locator('.codelens-decoration a', {
        hasText: 'Inspect model (300,568 bytes)',
      });
      await lens.click({ timeout: 30_000 });
      const page = await inspector.page();
      expect(await page.locator('.summary').innerText()).toContain('31 operators');
      expect(await page.locator('.error-banner').count()).toBe(0);
      await vscode.window.palette('TinyML: Export C Array');
      await vscode.window.chooseInFileDialog(workspace.path('again.cc'));
      await vscode.window.notification(/again\.cc, again\.h/);
      await vscode.window.clearNotifications();
      expect(readCBytes(readFileSync(workspace.path('again.cc'), 'utf8')).equals(model)).toBe(true);
    });
  });
}
