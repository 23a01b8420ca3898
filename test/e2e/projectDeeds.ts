/** What a person does with a tinyml.json: with the keyboard alone, and when something is wrong in it. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectJson } from '../../src/core/project/projectJson';
import { sineProject } from '../../src/core/project/sineProject';
import type { VSCode } from './vscode';
import type { Workspace } from './workspace';

export interface Told {
  /** Line and column as VS Code's status bar counts them, from 1. */
  readonly at: string;
  /** The text that is underlined. */
  readonly text: string;
  readonly message: string;
}

/** What we say of a file; VS Code itself may say more. */
export function problemsOf(vscode: VSCode, path: string): Promise<readonly Told[]> {
  return vscode.inHost(async ({ vscode: api }, file: string) => {
    const document = await api.workspace.openTextDocument(api.Uri.file(file));
    return api.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'TinyML')
      .map(({ range, message }) => ({
        at: `${range.start.line + 1}:${range.start.character + 1}`,
        text: document.getText(range),
        message,
      }));
  }, path);
}

/** Makes `broken/tinyml.json`, and removes nothing. */
export function itTellsWhatIsWrong(vscode: VSCode, workspace: Workspace): void {
  it('tells what is wrong in a tinyml.json at its line and column, and trains nothing', async () => {
    const path = workspace.path('broken/tinyml.json');
    const right = projectJson(sineProject);
    const lines = right.split('\n');
    const line = lines.findIndex((text) => text.includes('"learningRate": 0.001'));
    const column = (lines[line]?.indexOf('0.001') ?? -1) + 1;
    expect(column).toBeGreaterThan(0);
    mkdirSync(workspace.path('broken'));
    writeFileSync(path, right.replace('"learningRate": 0.001', '"learningRate": -4'));
    await vscode.executeOn('vscode.open', path);
    await expect
      .poll(() => problemsOf(vscode, path), { timeout: 20_000 })
      .toMatchObject([{ at: `${line + 1}:${column}`, text: '-4' }]);
    await vscode.screenshot('project-problem');

    await vscode.clearNotifications();
    await vscode.window.palette('TinyML: Train Model…');
    const place = new RegExp(`broken/tinyml\\.json, line ${line + 1}, column ${column}: .*"-?4|learningRate`);
    await vscode.window.notification(place);
    const cursor = await vscode.inHost(({ vscode: api }) => {
      const { line: row = -1, character = -1 } = api.window.activeTextEditor?.selection.active ?? {};
      return [row + 1, character + 1];
    });
    expect(cursor).toEqual([line + 1, column]);
    expect(existsSync(workspace.path('broken/sine_model'))).toBe(false);

    // Half a file, as it is while somebody types: the first fault is where the text stops making sense.
    const half = right.slice(0, right.indexOf('"learningRate"') + '"learningRate"'.length);
    writeFileSync(path, `${half}\n`);
    await expect
      .poll(async () => (await problemsOf(vscode, path)).map(({ at }) => Number(at.split(':')[0])), {
        timeout: 20_000,
      })
      .toEqual(expect.arrayContaining([line + 2]));
    writeFileSync(path, right);
    await expect.poll(() => problemsOf(vscode, path), { timeout: 20_000 }).toEqual([]);
    await vscode.clearNotifications();
  });
}

/** F1, the title, Enter: no pointer. */
export async function press(vscode: VSCode, title: string): Promise<void> {
  await vscode.window.typeIntoPalette(title);
  const row = vscode.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
  await row.waitFor({ timeout: 20_000 });
  await vscode.page.keyboard.press('Enter');
}

/** Path of the text that is shown; empty where there is none. */
export function activeFile(vscode: VSCode): Promise<string> {
  return vscode.inHost(({ vscode: api }) => api.window.activeTextEditor?.document.uri.path ?? '');
}

/** Makes a new tinyml.json at the top of the workspace, and `sine_model`. */
export function itGoesFromPaletteToReport(vscode: VSCode, workspace: Workspace): void {
  it('goes from the palette to the report with the keyboard alone', async () => {
    rmSync(workspace.path('tinyml.json'), { force: true });
    await press(vscode, 'Notifications: Clear All Notifications');
    await press(vscode, 'TinyML: New Project File');
    await expect.poll(() => activeFile(vscode), { timeout: 20_000 }).toBe(workspace.path('tinyml.json'));
    await press(vscode, 'TinyML: Train Model…');
    await vscode.window.notification(/is trained/, 60_000);
    await press(vscode, 'Notifications: Clear All Notifications');
    await press(vscode, 'Go to File...');
    const input = vscode.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await vscode.page.keyboard.type('sine_model/report.md');
    await vscode.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: 'report.md' })
      .first()
      .waitFor();
    await vscode.page.keyboard.press('Enter');
    await expect.poll(() => activeFile(vscode), { timeout: 20_000 }).toMatch(/sine_model\/report\.md$/);
  });
}
