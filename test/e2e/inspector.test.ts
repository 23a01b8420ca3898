/** The model inspector as a person meets it: files that open on click, problems, arrays in C source, two models compared. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import type { Uri } from 'vscode';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkModel } from '../../src/core/check/check';
import { defaultTarget } from '../../src/core/check/target';
import { readModel } from '../../src/core/tflite/read';
import { hasShared, sharedPath } from '../shared';
import { readCBytes } from './exportedFiles';
import { InspectorWindow, showTab, type TabName } from './inspectorWindow';
import { describeVSCode, themes, VSCode } from './vscode';
import { Workspace } from './workspace';

const tabs: readonly TabName[] = ['operators', 'graph', 'tensors', 'feeding', 'size'];
const hello = 'hello_world_int8.tflite';

/** Found by what a reader of the page hears. */
const damageOf = (page: Frame): Promise<string> => page.locator('[role=alert]').first().innerText();

describe.skipIf(!hasShared)('the model inspector', () => {
  describeVSCode('in the real VS Code', () => {
    const workspace = new Workspace();
    const models = hasShared
      ? readdirSync(sharedPath('models')).filter((name) => name.endsWith('.tflite'))
      : [];
    let vscode: VSCode;
    let inspector: InspectorWindow;

    beforeAll(async () => {
      for (const name of models) copyFileSync(sharedPath(`models/${name}`), workspace.path(name));
      vscode = await VSCode.start({ folder: workspace.folder });
      inspector = new InspectorWindow(vscode, workspace);
    });
    afterAll(async () => {
      await vscode.close();
      workspace.remove();
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail')
        await vscode.screenshot(`inspector-failed-${task.name.slice(0, 40)}`);
      await vscode.execute('workbench.action.closeAllEditors');
    });

    const open = (name: string): Promise<Frame> => inspector.open(name);

    interface Problem {
      readonly code: string;
      readonly severity: number;
      readonly message: string;
      readonly place: readonly [line: number, start: number, end: number];
    }

    /** Problems of ours for a file of the workspace. */
    const problems = (name: string): Promise<readonly Problem[]> =>
      vscode.inHost(
        ({ vscode: api }, path: string) =>
          api.languages
            .getDiagnostics(api.Uri.file(path))
            .filter(({ source }) => source === 'TinyML')
            .map(({ code, severity, message, range }) => ({
              code: typeof code === 'object' ? String(code.value) : String(code),
              severity,
              message,
              place: [range.start.line, range.start.character, range.end.character] as const,
            })),
        workspace.path(name),
      );

    it.each(models)('opens %s, and shows every tab', async (name) => {
      const page = await open(name);
      expect(await page.locator('h1').innerText()).toContain(name);
      for (const id of tabs) await showTab(page, id);
      await inspector.closeAll();
    });

    it('looks right in three themes', async () => {
      const page = await open('person_detect.tflite');
      for (const [theme, label] of Object.entries(themes)) {
        await vscode.setTheme(label);
        for (const id of tabs) {
          await showTab(page, id);
          await vscode.screenshot(`inspector-${id}-${theme}`);
        }
      }
      await vscode.setTheme(themes.dark);
    });

    it('lists what the checks find while a model is open, as the settings weigh it', async () => {
      const broken = 'hello_world_float.tflite';
      await open(broken);
      await expect
        .poll(async () => (await problems(broken)).map(({ code }) => code))
        .toEqual(codesOf(broken));
      const [first] = await problems(broken);
      await vscode.set('tinyml.findings', { [first?.code ?? '']: 'off' });
      await expect
        .poll(async () => (await problems(broken)).map(({ code }) => code))
        .not.toContain(first?.code);
      await vscode.set('tinyml.findings', undefined);
      await expect.poll(() => problems(broken)).toHaveLength(codesOf(broken).length);
      await vscode.window.palette('Problems: Focus on Problems View');
      await vscode.screenshot('inspector-problems');
      await vscode.page
        .locator('.markers-panel a', { hasText: first?.code ?? '' })
        .first()
        .click();
      await expect
        .poll(() => vscode.window.tabs())
        .toContainEqual(expect.stringContaining(first?.code ?? ''));
      await vscode.screenshot('inspector-finding-page');
      await vscode.window.palette('View: Toggle Panel Visibility');
      await inspector.closeAll();
      await expect.poll(() => problems(broken)).toEqual([]);
    });

    it('checks all models of the workspace', async () => {
      await vscode.window.palette('TinyML: Check All Models');
      const said = await vscode.window.notification(/models checked/, 60_000);
      expect(said).toContain(`${models.length} models checked`);
      for (const name of models) {
        expect(
          (await problems(name)).map(({ code }) => code),
          name,
        ).toEqual(codesOf(name));
      }
      await vscode.window.clearNotifications();
    });

    it('shows what still parses of a damaged file, with the damage on top', async () => {
      const bytes = readFileSync(workspace.path(hello));
      // Half of the file: what it holds of tables stays readable.
      writeFileSync(workspace.path('cut.tflite'), bytes.subarray(0, 2400));
      const page = await open('cut.tflite');
      expect(await damageOf(page)).toMatch(/damaged at byte/);
      expect((await problems('cut.tflite')).some(({ message }) => message.includes('damaged at byte'))).toBe(
        true,
      );
      await vscode.screenshot('inspector-damaged');
    });

    describe('models in C source', () => {
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
          .poll(async () => (await problems('sketch.cc')).map(({ code }) => code).sort())
          .toEqual(['TML015', 'TML016']);
        const found = await problems('sketch.cc');
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
        await expect.poll(() => problems('sketch.cc')).toEqual([]);
        await expect.poll(() => page.locator('body').innerText()).not.toContain('TML015');
      });

      it('are checked with all others, also where no editor shows them', async () => {
        await inspector.closeAll();
        writeFileSync(workspace.path('unseen.cc'), source());
        await vscode.window.clearNotifications();
        await vscode.window.palette('TinyML: Check All Models');
        await vscode.window.notification(/models checked/, 60_000);
        const codes = async (): Promise<readonly string[]> =>
          (await problems('unseen.cc')).map(({ code }) => code).sort();
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

    describe('compares', () => {
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
        await open('hello_world_float.tflite');
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
        copyFileSync(workspace.path('hello_world_float.tflite'), workspace.path('kept.tflite'));
        git('init', '-q');
        git('add', 'kept.tflite');
        git('commit', '-q', '-m', 'A model');
        copyFileSync(workspace.path(hello), workspace.path('kept.tflite'));
        await vscode.reload();
        await open('kept.tflite');
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
        await inspector.reload();
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
          await api.commands.executeCommand(
            'vscode.open',
            git.getAPI(1).toGitUri(api.Uri.file(path), 'HEAD'),
          );
        }, workspace.path('kept.tflite'));
        const committed = await inspector.page();
        expect(await committed.locator('.summary').innerText()).toContain('float32 model');
        await committed.locator('vscode-button', { hasText: 'Compare with Working File' }).click();
        page = await vscode.window.webview('compare');
        await expect.poll(() => page.locator('h1').innerText()).toMatch(/kept\.tflite \(HEAD\)/);
        await expect.poll(() => page.locator('body').innerText()).toMatch(/FULLY_CONNECTED/);
      });
    });

    /** What the checks find, without VS Code. */
    function codesOf(name: string): readonly string[] {
      const file = new Uint8Array(readFileSync(workspace.path(name)));
      const findings = checkModel({ model: readModel(file), file, target: defaultTarget });
      return findings.map(({ code }) => code);
    }
  });
});
