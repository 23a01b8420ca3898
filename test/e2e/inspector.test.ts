/** The model inspector as a person meets it: files that open on click, problems, arrays in C source, two models compared. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkModel } from '../../src/core/check/check';
import { defaultTarget } from '../../src/core/check/target';
import { readModel } from '../../src/core/tflite/read';
import { hasShared, sharedPath } from '../shared';
import { axeViolations } from './axe';
import { arraysInSource } from './inspectorArrays';
import { comparisons } from './inspectorComparisons';
import { InspectorWindow, jump, showTab, type TabName } from './inspectorWindow';
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

    it.each(models)('opens %s, and shows every tab', async (name) => {
      const page = await open(name);
      expect(await page.locator('h1').innerText()).toContain(name);
      for (const id of tabs) await showTab(page, id);
      await inspector.closeAll();
    });

    it('shows every tab in three themes, and axe finds nothing', async () => {
      const page = await open('person_detect.tflite');
      await jump(page, 'op3');
      await jump(page, 't12');
      for (const [theme, label] of Object.entries(themes)) {
        await vscode.setTheme(label);
        for (const id of tabs) {
          await showTab(page, id);
          await vscode.screenshot(`inspector-${id}-${theme}`);
          const violations = await axeViolations(page, '--vscode-editor-background');
          expect(violations, `${id}, ${theme}`).toEqual([]);
        }
      }
      await vscode.setTheme(themes.dark);
    });

    it('lists what the checks find while a model is open, as the settings weigh it', async () => {
      const broken = 'hello_world_float.tflite';
      await open(broken);
      await expect
        .poll(async () => (await inspector.problems(broken)).map(({ code }) => code))
        .toEqual(codesOf(broken));
      const [first] = await inspector.problems(broken);
      await vscode.set('tinyml.findings', { [first?.code ?? '']: 'off' });
      await expect
        .poll(async () => (await inspector.problems(broken)).map(({ code }) => code))
        .not.toContain(first?.code);
      await vscode.set('tinyml.findings', undefined);
      await expect.poll(() => inspector.problems(broken)).toHaveLength(codesOf(broken).length);
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
      await expect.poll(() => inspector.problems(broken)).toEqual([]);
    });

    it('checks all models of the workspace', async () => {
      await vscode.window.palette('TinyML: Check All Models');
      const said = await vscode.window.notification(/models checked/, 60_000);
      expect(said).toContain(`${models.length} models checked`);
      for (const name of models) {
        expect(
          (await inspector.problems(name)).map(({ code }) => code),
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
      expect(
        (await inspector.problems('cut.tflite')).some(({ message }) => message.includes('damaged at byte')),
      ).toBe(true);
      await vscode.screenshot('inspector-damaged');
    });

    arraysInSource(() => inspector);
    comparisons(() => inspector);

    /** What the checks find, without VS Code. */
    function codesOf(name: string): readonly string[] {
      const file = new Uint8Array(readFileSync(workspace.path(name)));
      const findings = checkModel({ model: readModel(file), file, target: defaultTarget });
      return findings.map(({ code }) => code);
    }
  });
});
