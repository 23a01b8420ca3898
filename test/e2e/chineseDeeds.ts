/** What a person reads in Chinese: the page of the last run, and an open tinyml.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { zhCn } from '../../l10n/zh-cn';
import schema from '../../schemas/tinyml.schema.zh-cn.json';
import { problemsOf } from './projectDeeds';
import { hover, lenses } from './textEditor';
import type { VSCode } from './vscode';
import type { Workspace } from './workspace';

/** @param file a project file without a fault in the workspace, which gets one and loses it again */
export function itExplainsProjectsInChinese(
  vscode: VSCode,
  workspace: Workspace,
  file = 'tinyml.json',
): void {
  it('explains a tinyml.json in Chinese: hover, lenses and what is wrong', async () => {
    const path = workspace.path(file);
    const text = readFileSync(path, 'utf8');
    await vscode.executeOn('vscode.open', path);
    const { learningRate } = schema.properties.training.properties.optimizer.properties;
    const at = (): Promise<string> => hover(vscode, path, '"learningRate"');
    await expect.poll(at, { timeout: 20_000 }).toContain(learningRate.markdownDescription);
    expect((await lenses(vscode, path))[0]).toBe(`$(play) ${zhCn['project.lens.train']}`);
    writeFileSync(path, text.replace('"learningRate": 0.001', '"learningRate": 0'));
    const told = async (): Promise<string | undefined> => (await problemsOf(vscode, path))[0]?.message;
    await expect.poll(told, { timeout: 20_000 }).toMatch(/learningRate.*\p{Script=Han}/u);
    await vscode.screenshot('chinese-project');
    writeFileSync(path, text);
    await expect.poll(told, { timeout: 20_000 }).toBeUndefined();
  });
}
