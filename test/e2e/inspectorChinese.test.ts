/** A model in a window that speaks Chinese, in a workspace that nobody trusts yet. */
import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasShared, sharedPath } from '../shared';
import { englishIn } from './inBrowser.mjs';
import { InspectorWindow, jump, showTab, type TabName } from './inspectorWindow';
import { describeVSCode, VSCode } from './vscode';
import { Workspace } from './workspace';

const model = 'person_detect.tflite';
const tabs: readonly TabName[] = ['operators', 'graph', 'tensors', 'feeding', 'size'];

describe.skipIf(!hasShared)('the model inspector in Chinese', () => {
  describeVSCode('in a workspace that is not trusted', () => {
    const workspace = new Workspace();
    let vscode: VSCode;
    let inspector: InspectorWindow;

    beforeAll(async () => {
      copyFileSync(sharedPath(`models/${model}`), workspace.path(model));
      copyFileSync(sharedPath('models/kws_ref_model_float32.tflite'), workspace.path('findings.tflite'));
      vscode = await VSCode.start({ folder: workspace.folder, locale: 'zh-cn', trust: 'ask' });
      inspector = new InspectorWindow(vscode, workspace);
    });
    afterAll(async () => {
      await vscode.close();
      workspace.remove();
    });

    it('opens and shows every tab without an English sentence', async () => {
      expect(await vscode.inHost(({ vscode: api }) => api.workspace.isTrusted)).toBe(false);
      const page = await inspector.open(model);
      expect(await page.locator('.summary').innerText()).toMatch(/\p{Script=Han}/u);
      await jump(page, 'op3');
      await jump(page, 't12');
      await page.locator('#panel-tensors .details h3').first().waitFor();
      for (const tab of tabs) {
        await showTab(page, tab);
        if (tab === 'graph') await page.locator('.node').first().waitFor();
        expect(await page.evaluate(englishIn), tab).toEqual([]);
        await vscode.screenshot(`chinese-inspector-${tab}`);
      }
    });

    it('says what was found in Chinese, on the page and among the problems', async () => {
      const page = await inspector.open('findings.tflite');
      await page.locator('.all-findings summary').click();
      expect(await page.evaluate(englishIn)).toEqual([]);
      const messages = (): Promise<readonly string[]> =>
        vscode.inHost(
          ({ vscode: api }, path: string) =>
            api.languages.getDiagnostics(api.Uri.file(path)).map(({ message }) => message),
          workspace.path('findings.tflite'),
        );
      await expect.poll(async () => (await messages()).length).toBeGreaterThan(0);
      expect((await messages()).filter((message) => !/\p{Script=Han}/u.test(message))).toEqual([]);
    });

    it('explains a finding in Chinese', async () => {
      await vscode.execute('tinyml.showFindingPage', 'TML003');
      const titles = async (): Promise<readonly string[]> => {
        const frames = vscode.page.frames().map((frame) => frame.locator('h1').allInnerTexts());
        return (await Promise.allSettled(frames)).flatMap((all) =>
          all.status === 'fulfilled' ? all.value : [],
        );
      };
      const chinese = expect.stringMatching(/^TML003：\p{Script=Han}/u) as string;
      await expect.poll(titles, { timeout: 30_000 }).toContainEqual(chinese);
      await vscode.screenshot('chinese-finding-page');
    });
  });
});
